import type { CompiledQuery } from 'kysely';

interface SentAhead extends CompiledQuery {
  isSentAhead: true;
}

/** The same statement, for a connection that need not wait for its answer. One that answers at once takes no notice. */
export const sentAhead = (query: CompiledQuery): SentAhead => ({ ...query, isSentAhead: true });

export const isSentAhead = (query: CompiledQuery): query is SentAhead => 'isSentAhead' in query;
