import { textOf } from './text-of.ts';

/** What people call the two sides of a matrix row, and its content; looked up for the rows that are shown only. */
export const namesOf = (row: string, providerVersionId: string) => [
  textOf('pacticipants', 'name', `${row}.consumer_id`).as('consumer'),
  textOf('versions', 'number', `${row}.consumer_version_id`).as('consumer_version'),
  textOf('pacticipants', 'name', `${row}.provider_id`).as('provider'),
  textOf('versions', 'number', `${row}.${providerVersionId}`).as('provider_version'),
  textOf('pact_versions', 'sha', `${row}.pact_version_id`).as('sha'),
];
