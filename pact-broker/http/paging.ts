import { Type } from 'typebox';

/** Lists take `page` and `size`, or the older `pageNumber` and `pageSize`. */
export const PageQuery = Type.Object({
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  size: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
  pageNumber: Type.Optional(Type.Integer({ minimum: 1, maximum: 1_000_000 })),
  pageSize: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000 })),
});

export interface Page {
  number: number;
  size: number;
}

interface PageParameters {
  page?: number;
  size?: number;
  pageNumber?: number;
  pageSize?: number;
}

const DEFAULT_SIZE = 100;

/** The page asked for, or undefined where none was: then the whole list is meant. `usual` is a page's size where none is asked for. */
export function pageAskedFor(query: PageParameters, usual = DEFAULT_SIZE): Page | undefined {
  const number = query.page ?? query.pageNumber;
  const size = query.size ?? query.pageSize;
  return number === undefined && size === undefined ? undefined : { number: number ?? 1, size: size ?? usual };
}

export const firstPage: Page = { number: 1, size: DEFAULT_SIZE };

/** The members that a paged answer has beside its list. `url` is the list's own address, without a query. */
export function representPage(page: Page, totalElements: number, url: string, otherQuery: Record<string, string> = {}) {
  const totalPages = Math.ceil(totalElements / page.size);
  const link = (number: number, title: string) => ({
    href: `${url}?${new URLSearchParams({ ...otherQuery, size: String(page.size), page: String(number) })}`,
    title,
  });
  return {
    page: { number: page.number, size: page.size, totalElements, totalPages },
    links: {
      ...(page.number < totalPages ? { next: link(page.number + 1, 'Next page') } : {}),
      ...(page.number > 1 ? { previous: link(page.number - 1, 'Previous page') } : {}),
    },
  };
}
