import { createServer } from 'node:http';

export interface Provider {
  url: string;
  /** What it does for each provider state of the pacts in contracts.ts. */
  states: Record<string, () => Promise<void>>;
  /** Takes back what states have done. */
  reset: () => void;
  stop: () => void;
}

/** A real service: it has one thing wherever it is asked for, once it is told that things exist; a broken one names its id otherwise. */
export async function startProvider({ broken }: { broken: boolean }): Promise<Provider> {
  let thingsExist = false;
  const server = createServer((_request, response) => {
    const thing = broken ? { number: 1 } : { id: 1 };
    response.writeHead(thingsExist ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(thing));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  const arrange = async () => {
    thingsExist = true;
  };
  return {
    url: `http://127.0.0.1:${port}`,
    states: { 'things exist': arrange },
    reset: () => {
      thingsExist = false;
    },
    stop: () => server.close(),
  };
}
