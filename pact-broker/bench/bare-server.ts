import Fastify from 'fastify';

/** What every answer costs that Fastify gives: the measure for the broker's own. Runs in a process of its own. */
const app = Fastify({ bodyLimit: 100 * 1024 * 1024 });
let answer = { type: 'text/plain', body: '' };

app.all('*', (_request, reply) => reply.type(answer.type).send(answer.body));
await app.listen({ host: '127.0.0.1', port: 0 });
process.on('message', (next: typeof answer) => {
  answer = next;
  process.send?.((app.server.address() as { port: number }).port);
});
