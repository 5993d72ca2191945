import type { Notice } from '../../domain/notice.ts';
import type { Branch } from '../../storage/branches.ts';
import type { Row } from '../../storage/schema.ts';
import { type Page, representPage } from '../paging.ts';
import type { Urls } from '../urls.ts';
import { wireTime } from './time.ts';

export const representBranch = (pacticipant: string, { name, created_at, updated_at }: Branch, urls: Urls) => ({
  name,
  createdAt: wireTime(created_at),
  updatedAt: wireTime(updated_at),
  _links: {
    self: { title: 'Branch', href: urls.branch(pacticipant, name) },
    'pb:latest-version': { title: 'Latest version on this branch', href: urls.latestVersionOfBranch(pacticipant, name) },
  },
});

export interface BranchList {
  pacticipant: string;
  branches: Branch[];
  total: number;
  page: Page;
  q: string | undefined;
  /** The address that was asked for. */
  self: string;
}

export function representBranches({ pacticipant, branches, total, page, q, self }: BranchList, urls: Urls) {
  const paging = representPage(page, total, urls.branches(pacticipant), q === undefined ? {} : { q });
  return {
    page: paging.page,
    _embedded: { branches: branches.map((branch) => representBranch(pacticipant, branch, urls)) },
    _links: {
      self: { title: `Branches of ${pacticipant}`, href: self },
      ...paging.links,
      'pb:branches': branches.map(({ name }) => ({ name, href: urls.branch(pacticipant, name) })),
    },
  };
}

export const representBranchVersion = (
  { pacticipant, branch, number }: { pacticipant: string; branch: string; number: string },
  { created_at }: Row<'branch_versions'>,
  urls: Urls,
) => ({
  createdAt: wireTime(created_at),
  _links: {
    self: { title: 'Branch version', href: urls.branchVersion(pacticipant, branch, number) },
    'pb:branch': { title: 'Branch', name: branch, href: urls.branch(pacticipant, branch) },
    'pb:version': { title: 'Version', name: number, href: urls.version(pacticipant, number) },
  },
});

export function representDeletedBranches(pacticipant: string, { deleted, kept }: { deleted: number; kept: string[] }) {
  const rest = kept.length === 0 ? 'None was to be kept.' : `Kept, where they exist: ${kept.join(', ')}.`;
  const notices: Notice[] = [
    { type: 'success', text: `Deleted ${deleted} ${deleted === 1 ? 'branch' : 'branches'} of ${pacticipant}. ${rest}` },
  ];
  return { notices };
}
