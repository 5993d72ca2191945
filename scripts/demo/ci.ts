import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import type { Outcome, Programs } from './programs.ts';
import { verify } from './verification.ts';

/** What the webhook asks for; its body names these. */
interface Build {
  provider: string;
  version: string;
  branch: string;
  pactUrl: string;
}

export interface Ci {
  /** Whoever posts a build here has that provider verify that pact. */
  url: string;
  /** What came of the first build. */
  build: Promise<Outcome>;
}

/** Stands in for a CI, as long as the demo runs. */
export async function startCi(programs: Programs, brokerUrl: string): Promise<Ci> {
  const first = Promise.withResolvers<Outcome>();
  first.promise.catch(() => {});
  const server = createServer(async (request, response) => {
    try {
      const { provider, version, branch, pactUrl } = (await json(request)) as Build;
      response.writeHead(202).end();
      first.resolve(await verify(programs, brokerUrl, { name: provider, version }, { PROVIDER_BRANCH: branch, PACT_URL: pactUrl }));
    } catch (error) {
      first.reject(error);
    }
  });
  await once(server.listen(0, '127.0.0.1').unref(), 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/builds`, build: first.promise };
}
