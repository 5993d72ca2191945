/** Who plays: the example services of consumers/ and providers/, with the versions that the demo gives them. */
export interface Participant {
  name: string;
  version: string;
}

const datasetService = { name: 'dataset-service', version: '2.0.0' };
const detectionService = { name: 'detection-service', version: '2.1.0' };
const dashboard = { name: 'dashboard', version: '3.2.0' };
const pipelineRunner = { name: 'pipeline-runner', version: '1.4.1' };
const alertNotifier = { name: 'alert-notifier', version: '0.9.0' };

/** detection-service is both: it serves three consumers, and reads datasets from dataset-service. */
export const consumers: Participant[] = [alertNotifier, dashboard, pipelineRunner, detectionService];
export const providers: Participant[] = [datasetService, detectionService];

/** A consumer can only work where its providers are: they go first. */
export const inOrderOfDeployment: Participant[] = [datasetService, detectionService, dashboard, pipelineRunner, alertNotifier];

/** The next version of dataset-service, which says `length` where it said `pointCount`; only the dashboard reads that field. */
export const breaking = { ...datasetService, version: '3.0.0', env: { DATASET_SERVICE_BEHAVIOUR: 'renamed-field' } };
export const broken = { consumer: dashboard, interaction: 'a request for a dataset' };

/** The next version of the dashboard, which also reads when a dataset was created. */
export const changed = {
  ...dashboard,
  version: '3.3.0',
  contracts: ['dashboard-dataset-service.json', 'dashboard-detection-service.json'],
  provider: datasetService.name,
  interaction: broken.interaction,
};
