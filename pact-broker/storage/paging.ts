/** Which part of a list is wanted; `number` counts from 1. Absent: all of it. */
export interface Page {
  number: number;
  size: number;
}

interface Pageable<Q> {
  limit: (count: number) => Q & { offset: (count: number) => Q };
}

/** Narrows a query, which must be ordered, to a page. */
export const onPage = <Q extends Pageable<Q>>(query: Q, page: Page | undefined): Q =>
  page ? query.limit(page.size).offset((page.number - 1) * page.size) : query;
