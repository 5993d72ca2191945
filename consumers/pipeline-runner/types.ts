import type { components as DatasetService } from './generated/dataset-service.ts';
import type { components as DetectionService } from './generated/detection-service.ts';

/** What the pipeline sends and what it reads of the answers, and nothing more; in the shapes of the providers' documents. */
export type Point = DatasetService['schemas']['Point'];
export type DatasetUpload = DatasetService['schemas']['DatasetUpload'];
export type DetectorRequest = DetectionService['schemas']['DetectorRequest'];

export type Created = Pick<DatasetService['schemas']['DatasetSummary'], 'id'>;
export type Detector = Pick<DetectionService['schemas']['Detector'], 'id' | 'threshold'>;
export type Detection = Pick<DetectionService['schemas']['Detection'], 'id' | 'anomalyCount'>;
