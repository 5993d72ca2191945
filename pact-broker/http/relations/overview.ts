import type { Relations } from './relation.ts';

const BETWEEN = '/provider/Order%20API/consumer/Order%20Web';

export const overviewRelations: Relations = {
  integrations: {
    methods: 'GET, DELETE',
    example: '/integrations',
    says: 'Every consumer with every provider that it has a contract with. q finds part of a name. DELETE removes all contracts, results and webhooks between two.',
  },
  delete_integration: {
    methods: 'DELETE',
    example: `/integrations${BETWEEN}`,
    says: 'Removes an integration with its contracts, results and own webhooks. Both applications and their versions stay.',
  },
  dashboard: {
    methods: 'GET',
    example: `/dashboard${BETWEEN}`,
    says: 'The newest pact of an integration, the newest with each tag, and those of what is in environments, with what became of each. Thirty a page.',
  },
  matrix: { methods: 'GET', example: `/matrix${BETWEEN}`, says: 'Which version of the consumer works with which version of the provider.' },
  group: {
    methods: 'GET',
    example: '/pacticipants/Order%20Web',
    says: 'The consumer of the integration. All that hangs together with it is at /groups/NAME, as CSV.',
  },
  metrics: { methods: 'GET', example: '/metrics', says: 'How much there is of everything in this broker.' },
};
