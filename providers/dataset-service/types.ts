import type { components } from './generated/dataset-service.ts';

/** What dataset-service says and accepts over HTTP, as its OpenAPI document has it (openapi/documents/dataset-service/). */
type Schemas = components['schemas'];

export type Point = Schemas['Point'];
export type DatasetUpload = Schemas['DatasetUpload'];
export type DatasetSummary = Schemas['DatasetSummary'];
export type Dataset = Schemas['Dataset'];
export type DatasetPage = Schemas['DatasetPage'];
export type FieldError = Schemas['FieldError'];
export type Problem = Schemas['Problem'];

/** Breaking changes to be shown: a response field renamed, a request field made required. */
export type Behaviour = Schemas['Health']['behaviour'];
