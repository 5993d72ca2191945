/** A request as it goes out. */
export interface OutboundRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
}

export interface OutboundAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Whether there was more than is kept. */
  cut: boolean;
}

/** One request with its answer; a redirect makes for several. */
export interface Exchange {
  request: OutboundRequest;
  answer: OutboundAnswer | undefined;
}

export interface OutboundResult {
  exchanges: Exchange[];
  /** Why there is no answer, or no further one. */
  failure: string | undefined;
  /** Whether the operator's rules forbid the request: trying again changes nothing. */
  refused: boolean;
}

export const lastAnswer = ({ exchanges, failure }: OutboundResult): OutboundAnswer | undefined =>
  failure === undefined ? exchanges.at(-1)?.answer : undefined;

export function succeeded(result: OutboundResult): boolean {
  const answer = lastAnswer(result);
  return answer !== undefined && answer.status >= 200 && answer.status < 300;
}
