/** One request as the load generator sends it. */
export interface Request {
  method: 'GET' | 'POST';
  path: string;
  /** What it asks for; HAL where nothing is said. */
  accept?: string;
  body?: string;
}

/** How to ask: how many clients at once, for how long, and whether the requests go round or each may be sent only once. */
export interface Load {
  port: number;
  requests: Request[];
  connections: number;
  seconds: number;
  once: boolean;
}

/** Times in milliseconds. */
export interface Outcome {
  requests: number;
  p50: number;
  p99: number;
  perSecond: number;
  /** How many answers came with each status. */
  statuses: Record<string, number>;
}
