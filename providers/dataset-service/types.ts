/** What dataset-service says and accepts over HTTP. Times are ISO 8601 in UTC. */

export interface Point {
  at: string;
  value: number;
}

/** The body of `POST /datasets`. Points are in order of time, oldest first; a dataset without a unit is dimensionless. */
export interface DatasetUpload {
  name: string;
  unit?: string;
  points: Point[];
}

export interface DatasetSummary {
  id: string;
  name: string;
  /** A UCUM code; `1` is dimensionless. */
  unit: string;
  pointCount: number;
  createdAt: string;
}

export interface Dataset extends DatasetSummary {
  points: Point[];
}

/** One page of `GET /datasets`; the first page is 1, the newest dataset comes first. */
export interface DatasetPage {
  items: DatasetSummary[];
  page: number;
  size: number;
  total: number;
}

export interface FieldError {
  /** Where in the request: `points[3].value`, `page`. */
  field: string;
  message: string;
}

/** Every answer of 400 and above. `error` is stable, `message` is for people. */
export interface Problem {
  error: string;
  message: string;
  fields?: FieldError[];
}

/** Breaking changes to be shown: a response field renamed, a request field made required. */
export type Behaviour = 'normal' | 'renamed-field' | 'required-field';
