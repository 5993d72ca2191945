import { randomUUID } from 'node:crypto';
import { defaultBrokerRules } from '../domain/broker-rules.ts';
import { defaultRetentionSettings } from '../domain/retention/retention-settings.ts';
import type { Tenant } from '../services/tenant.ts';
import { openDatabase } from '../storage/database.ts';
import { migrate } from '../storage/migrate.ts';
import { openWebhooks, type WebhookSettings } from '../webhooks.ts';
import { testWebhookSettings } from './webhook-settings.ts';

export type DatabaseName = 'sqlite' | 'postgres';
export const databases: DatabaseName[] = ['sqlite', 'postgres'];

export interface TestStore {
  tenant: Tenant;
  close: () => Promise<void>;
}

/** A new empty store: SQLite in memory, or a schema of its own in the test run's PostgreSQL. */
export async function openTestStore(
  name: DatabaseName,
  rules = defaultBrokerRules,
  webhookSettings: Partial<WebhookSettings> = {},
): Promise<TestStore> {
  const schema = `test_${randomUUID().replaceAll('-', '')}`;
  const location = name === 'sqlite' ? { file: ':memory:' } : { url: process.env.TEST_POSTGRES_URL as string, schema, connections: 5 };
  const { db, close } = openDatabase(location);
  await migrate(db, { schema });
  const webhooks = openWebhooks({ ...testWebhookSettings(), ...webhookSettings });
  const tenant: Tenant = {
    db,
    rules,
    retention: defaultRetentionSettings,
    webhooks,
    now: () => new Date().toISOString(),
    newUuid: randomUUID,
    rest: async () => {},
  };
  return { tenant, close };
}
