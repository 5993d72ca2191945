// Not TypeScript: Jest loads this file outside of its module mapping, and Node then reads postgres.ts itself.
import { startPostgres } from './postgres.ts';

/** One PostgreSQL for the whole test run; each test makes a schema of its own in it. */
export default async function setUp() {
  // Tests prove behaviour, not disks: what a kill must not lose is tried on a server that keeps its promises.
  const server = await startPostgres(['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']);
  process.env.TEST_POSTGRES_URL = server.url;
  globalThis.stopTestPostgres = server.stop;
}
