import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startBroker, type TestBroker } from './broker.ts';
import { pact, publication } from './contracts.ts';

const P = '/pacts/provider/API/consumer/Web';
const HAL = 'application/hal+json;charset=utf-8';

describe('what every address keeps to', () => {
  let broker: TestBroker;
  beforeAll(async () => {
    broker = await startBroker();
    await broker.post('/contracts/publish', publication('Web', '1', ['API']));
    await broker.post('/contracts/publish', publication('Web', '2', ['API'], { path: '/b' }));
  });
  afterAll(() => broker.stop());

  test.each(['/', '/pacts/latest', `${P}/latest`, '/dashboard', '/relationships', `${P}/latest/badge`, '/doc/pacticipant'])(
    'HEAD %s is GET without the body',
    async (path) => {
      const [head, get] = [await broker.send('HEAD', path, undefined, { accept: '*/*' }), await broker.get(path, { accept: '*/*' })];
      expect([head.status, head.text, head.headers.get('content-type')]).toEqual([200, '', get.headers.get('content-type')]);
    },
  );

  test.each([
    ['DELETE', '/dashboard', 'GET, HEAD, OPTIONS'],
    ['POST', `${P}/version/1`, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'],
    ['GET', '/contracts/publish', 'POST, OPTIONS'],
    ['HEAD', '/contracts/publish', 'POST, OPTIONS'],
    ['PUT', '/integrations', 'GET, HEAD, DELETE, OPTIONS'],
    ['PATCH', `${P}/latest/badge.svg`, 'GET, HEAD, OPTIONS'],
  ])('%s %s is not allowed, and Allow says what is', async (method, path, allow) => {
    const answer = await broker.send(method, path);
    expect([answer.status, answer.headers.get('allow'), answer.text]).toEqual([405, allow, '']);
  });

  test('OPTIONS says what is allowed', async () => {
    const answer = await broker.send('OPTIONS', `${P}/tag/prod`);
    expect([answer.status, answer.headers.get('allow')]).toEqual([200, 'GET, HEAD, DELETE, OPTIONS']);
  });

  test.each([
    ['text/html', '/pacts/latest'],
    ['image/png', `${P}/latest/badge`],
    ['application/hal+json', '/relationships'],
    ['application/json;q=0', '/integrations'],
    ['application/hal+json;q=0, application/json;q=0, */*', '/integrations'],
    ['text/csv;q=0, */*', '/relationships'],
    ['text/html;q=0, */*', '/api-docs'],
    ['image/svg+xml;q=0, image/*', `${P}/latest/badge`],
    ['text/csv', `${P}/version/2/diff/previous-distinct`],
    ['application/hal+json', '/doc/pacticipant'],
  ])('Accept: %s is not acceptable at %s', async (accept, path) => {
    const { status, body } = await broker.get(path, { accept });
    expect([status, body.error]).toEqual([406, expect.stringContaining(accept)]);
  });

  test('what is not acceptable is not done', async () => {
    const answer = await broker.put('/pacticipants/Unwanted', {}, { accept: 'text/html' });
    expect([answer.status, (await broker.get('/pacticipants/Unwanted')).status]).toEqual([406, 404]);
  });

  test.each([
    [undefined, HAL],
    ['*/*', HAL],
    ['application/json, text/plain, */*', 'application/json;charset=utf-8'],
    ['application/hal+json;q=0, */*', 'application/json;charset=utf-8'],
    ['application/json, text/plain;q=0.5', 'application/json;charset=utf-8'],
    ['text/plain', 'text/plain;charset=utf-8'],
    ['text/plain, application/hal+json;q=0.5', 'text/plain;charset=utf-8'],
    ['text/plain;q=0, */*', HAL],
  ])('Accept: %s gets the matrix in %s', async (accept, type) => {
    const { status, headers } = await broker.get('/matrix?q[][pacticipant]=Web', accept === undefined ? {} : { accept });
    expect([status, headers.get('content-type')]).toEqual([200, type]);
  });

  test.each(['*/*, application/problem+json;q=0', 'application/hal+json, application/problem+json;q=0.5'])(
    'problem details that a client refuses, or wants less, are not sent: %s',
    async (accept) => {
      const { status, headers } = await broker.get('/pacticipants/Nobody', { accept });
      expect([status, headers.get('content-type')]).toEqual([404, HAL]);
    },
  );

  test.each([
    ['application/hal+json', HAL],
    ['application/json', 'application/json;charset=utf-8'],
    ['application/hal+json, application/json', HAL],
    ['text/html, */*; q=0.1', HAL],
    ['application/hal+json;q=0, */*', 'application/json;charset=utf-8'],
    ['application/json;q=0, */*', HAL],
    ['application/vnd.pactbrokerextended.v1+json', 'application/vnd.pactbrokerextended.v1+json;charset=utf-8'],
  ])('Accept: %s is answered in %s', async (accept, type) => {
    const { status, headers, text } = await broker.get(`${P}/latest`, { accept });
    expect([status, headers.get('content-type'), JSON.parse(text).interactions.length]).toEqual([200, type, 1]);
  });

  test('no Accept at all is answered', async () => {
    const response = await fetch(`${broker.url}/pacticipants`, { headers: { accept: '' } });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, HAL]);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'nonsense'])(
    'a body of type %s is not supported',
    async (type) => {
      const answer = await broker.put(`${P}/version/9`, pact('Web', 'API'), { 'content-type': type });
      expect([answer.status, (await broker.get(`${P}/version/9`)).status]).toEqual([415, 404]);
    },
  );

  test.each([
    ['application/json', 201],
    ['application/json; charset=utf-8', 201],
    ['application/hal+json', 201],
    ['application/vnd.pactbrokerextended.v1+json', 201],
  ])('a body of type %s is read', async (type, status) => {
    const version = encodeURIComponent(type).replaceAll('%', '_');
    expect((await broker.put(`${P}/version/${version}`, pact('Web', 'API'), { 'content-type': type })).status).toBe(status);
  });

  // fetch always names a type for a text; what is sent as bytes has none.
  const sendBytes = (path: string, body: string) =>
    fetch(broker.url + path, { method: 'PUT', body: new TextEncoder().encode(body), headers: { accept: 'application/hal+json' } });

  test('a body without a type is taken for JSON', async () => {
    expect((await sendBytes(`${P}/version/untyped`, JSON.stringify(pact('Web', 'API')))).status).toBe(201);
    expect((await sendBytes(`${P}/version/untyped2`, 'interactions=none')).status).toBe(400);
  });

  test.each([
    ['GET', '/pacticipants/Nobody', undefined, 404],
    ['GET', '/nothing/here', undefined, 404],
    ['GET', `${P}/version/1/previous-distinct`, undefined, 404],
    ['POST', '/contracts/publish', {}, 400],
    ['POST', '/contracts/publish', '{', 400],
    ['DELETE', '/dashboard', undefined, 405],
    ['GET', '/test/error', undefined, 500],
  ])('%s %s is answered as problem details to a client that takes those', async (method, path, body, status) => {
    const answer = await broker.send(method, path, body, { accept: 'application/hal+json, application/problem+json' });
    expect(answer.headers.get('content-type')).toBe('application/problem+json;charset=utf-8');
    expect(answer.body).toMatchObject({
      type: expect.stringMatching(/^urn:concordat:problem:/),
      status,
      title: expect.any(String),
      detail: expect.any(String),
    });
    expect(answer.status).toBe(status);
  });
});
