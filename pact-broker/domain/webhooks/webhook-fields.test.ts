import { describe, expect, test } from '@jest/globals';
import { ValidationFailed } from '../errors.ts';
import { checkChosenUuid, readWebhook } from './webhook-fields.ts';

const request = {
  method: 'post',
  url: 'https://ci.example.org/build?p=${pactbroker.providerName}',
  headers: { 'X-A': '1' },
  body: { a: 1 },
};
const valid = { events: [{ name: 'contract_published' }], request };

/** As JSON can have it; making a text of it throws. */
const noText = { toString: 1 };

function refusedFields(body: unknown): string[] {
  try {
    readWebhook(body);
    return [];
  } catch (error) {
    if (error instanceof ValidationFailed) return Object.keys(error.errors);
    throw error;
  }
}

test('a webhook is read with what is left out', () =>
  expect(readWebhook({ request })).toEqual({
    description: null,
    enabled: true,
    events: ['contract_content_changed'],
    consumer: null,
    provider: null,
    request: { method: 'POST', url: request.url, headers: { 'x-a': '1' }, body: { a: 1 }, username: null, password: null },
  }));

describe('refuses by field', () => {
  test.each([
    ['no object', [], ['']],
    ['no request', { events: valid.events }, ['request']],
    ['an unknown event', { ...valid, events: [{ name: 'nope' }] }, ['events']],
    ['an event that is no object', { ...valid, events: [null] }, ['events']],
    ['no events', { ...valid, events: [] }, ['events']],
    ['events that are no list', { ...valid, events: 'contract_published' }, ['events']],
    ['enabled as text', { ...valid, enabled: 'yes' }, ['enabled']],
    ['a description that is no text', { ...valid, description: 1 }, ['description']],
    ['a consumer by name and label', { ...valid, consumer: { name: 'a', label: 'b' } }, ['consumer']],
    ['a consumer that is a text', { ...valid, consumer: 'Web' }, ['consumer']],
    ['an empty label', { ...valid, provider: { label: '' } }, ['provider.label']],
    ['a method that is none', { ...valid, request: { ...request, method: 'BREW' } }, ['request.method']],
    ['a relative url', { ...valid, request: { ...request, url: '/build' } }, ['request.url']],
    ['no url', { ...valid, request: { ...request, url: 'not a url' } }, ['request.url']],
    ['a url with a line break', { ...valid, request: { ...request, url: 'https://x.org/\nb' } }, ['request.url']],
    ['a url with a password', { ...valid, request: { ...request, url: 'https://a:b@x.org/' } }, ['request.url']],
    ['a template in the host', { ...valid, request: { ...request, url: 'https://${pactbroker.consumerName}/x' } }, ['request.url']],
    ['a template in the port', { ...valid, request: { ...request, url: 'https://x.org:${pactbroker.consumerName}/x' } }, ['request.url']],
    ['a header with a line break', { ...valid, request: { ...request, headers: { a: 'b\r\nc: d' } } }, ['request.headers']],
    ['a header name with a space', { ...valid, request: { ...request, headers: { 'a b': 'c' } } }, ['request.headers']],
    ['a header of the connection', { ...valid, request: { ...request, headers: { 'Transfer-Encoding': 'chunked' } } }, ['request.headers']],
    ['headers as a list', { ...valid, request: { ...request, headers: ['a'] } }, ['request.headers']],
    ['a huge body', { ...valid, request: { ...request, body: 'x'.repeat(300_000) } }, ['request.body']],
    ['a password that is no text', { ...valid, request: { ...request, password: 1 } }, ['request.password']],
    [
      'objects that cannot be texts',
      { request: { method: noText, url: noText, headers: { a: noText } } },
      ['request.method', 'request.url', 'request.headers'],
    ],
    ['a name that cannot be a text', { ...valid, consumer: { name: noText } }, ['consumer.name']],
    ['several at once', { events: [], request: { method: 'X', url: 'y' } }, ['events', 'request.method', 'request.url']],
  ])('%s', (_what, body, fields) => expect(refusedFields(body).sort()).toEqual([...fields].sort()));
});

test.each(['short', 'with/slash-and-more-characters', 'x'.repeat(65)])('the uuid %s is refused', (uuid) =>
  expect(() => checkChosenUuid(uuid)).toThrow(ValidationFailed),
);
