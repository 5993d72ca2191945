import type { components as DatasetService } from './generated/dataset-service.ts';
import type { components } from './generated/detection-service.ts';

/** What detection-service says and accepts over HTTP, as its OpenAPI document has it (openapi/documents/detection-service/). */
type Schemas = components['schemas'];

export type Method = Schemas['Method'];
export type DetectorRequest = Schemas['DetectorRequest'];
export type Detector = Schemas['Detector'];
export type DetectionRequest = Schemas['DetectionRequest'];
export type Anomaly = Schemas['Anomaly'];
export type DetectionSummary = Schemas['DetectionSummary'];
export type Detection = Schemas['Detection'];
export type DetectionList = Schemas['DetectionList'];
export type FieldError = Schemas['FieldError'];
export type Problem = Schemas['Problem'];

/** The message "anomaly found", one for each anomaly of a detection. */
export type AnomalyFound = Schemas['AnomalyFound'];

/** What detection-service reads of a dataset of dataset-service. */
export type Dataset = Pick<DatasetService['schemas']['Dataset'], 'id' | 'name' | 'unit' | 'points'>;

/** Breaking changes to be shown: a field renamed in answers and messages, a request field made required. */
export type Behaviour = Schemas['Health']['behaviour'];
