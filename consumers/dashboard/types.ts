import type { components as DatasetService } from './generated/dataset-service.ts';
import type { components as DetectionService } from './generated/detection-service.ts';

/**
 * What the dashboard reads of each answer, and nothing more: a field that is not here may change without asking us. The
 * shapes come from the providers' OpenAPI documents; that we read them so is held by our contracts.
 */
type Schemas = DatasetService['schemas'] & DetectionService['schemas'];

type DatasetSummary = Pick<Schemas['DatasetSummary'], 'id' | 'name' | 'unit' | 'pointCount'>;

export interface DatasetPage extends Pick<Schemas['DatasetPage'], 'page' | 'total'> {
  items: DatasetSummary[];
}

export interface Dataset extends DatasetSummary, Pick<Schemas['Dataset'], 'points'> {}

export type Detection = Pick<Schemas['Detection'], 'id' | 'datasetId' | 'method' | 'ranAt' | 'anomalies'>;

export interface DetectionList {
  items: Pick<Schemas['DetectionSummary'], 'id' | 'method' | 'anomalyCount' | 'ranAt'>[];
}
