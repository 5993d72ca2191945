import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { RouteOptions } from 'fastify';
import { buildApp } from '../app.ts';
import { openTestStore, type TestStore } from './store.ts';

describe('every route', () => {
  let store: TestStore;
  let routes: RouteOptions[];
  let document: { paths: Record<string, Record<string, { operationId: string; summary: string; tags: string[] }>> };

  beforeAll(async () => {
    store = await openTestStore('sqlite');
    routes = [];
    const app = await buildApp({ tenant: store.tenant, bodyLimit: 1_000_000, onRoute: (route) => routes.push(route) });
    await app.ready();
    document = app.apiDocument() as never;
    await app.close();
  });
  afterAll(() => store.close());

  const shown = () => routes.filter(({ schema, method }) => !(schema as { hide?: boolean } | undefined)?.hide && method !== 'HEAD');

  test('there are as many as there should be', () => expect(shown().length).toBeGreaterThan(150));

  test('declares what a caller must be allowed to do', () => {
    const without = routes.filter(
      ({ config, method }) => method !== 'HEAD' && !['none', 'read', 'write', 'admin'].includes(config?.permission as string),
    );
    expect(without.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });

  test('reads need no permission to write', () => {
    const wrong = shown().filter(({ method, config }) => method === 'GET' && !['none', 'read'].includes(config?.permission as string));
    expect(wrong.map(({ url }) => url)).toEqual([]);
  });

  test('is in the published document, with a name and a sentence', () => {
    const missing = shown().filter(({ method, url }) => {
      const path = url.replaceAll(/:(\w+)/g, '{$1}');
      const operation = document.paths[path]?.[String(method).toLowerCase()];
      return !operation?.operationId || !operation.summary || !operation.tags?.length;
    });
    expect(missing.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });

  test('has a name of its own', () => {
    const names = Object.values(document.paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
