import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyBaseLogger, type RouteOptions } from 'fastify';
import { readBodies } from './http/body.ts';
import { documentRoutes } from './http/document/api-document.ts';
import { sendLargeTextsAsBytes } from './http/large-answers.ts';
import { JSON_UTF8 } from './http/media-types.ts';
import { presumeJson, refuseUnacceptable } from './http/negotiation.ts';
import { answerOtherMethods } from './http/other-methods.ts';
import { sendError, sendProblem } from './http/problem.ts';
import { readQueryString } from './http/query-string.ts';
import { addRequestContext } from './http/request-context.ts';
import { AnswerLog } from './http/request-log.ts';
import { registerRoutes } from './http/routes/index.ts';
import type { Tenant } from './services/tenant.ts';

export interface AppOptions {
  tenant: Tenant;
  baseUrl?: string | undefined;
  bodyLimit: number;
  shieldsIoUrl?: string | undefined;
  logger?: FastifyBaseLogger | false;
  /** Told of each route, for the guards that hold all of them to a promise. */
  onRoute?: (route: RouteOptions) => void;
}

/** Builds the application. It listens to nothing yet. */
export async function buildApp({ tenant, baseUrl, bodyLimit, shieldsIoUrl, logger = false, onRoute }: AppOptions) {
  const app = Fastify({
    ...(logger ? { loggerInstance: logger } : {}),
    bodyLimit,
    // Longer than a slow line needs for the largest body, and not for ever.
    requestTimeout: 300_000,
    trustProxy: true,
    requestIdHeader: 'x-request-id',
    genReqId: tenant.newUuid,
    logController: new AnswerLog(),
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 4096, querystringParser: readQueryString },
    // With strict numbers, Ajv reads 1e400 as a number without an end, and then holds it against no maximum.
    ajv: { customOptions: { removeAdditional: false, coerceTypes: 'array', allErrors: true, strictNumbers: false } },
    frameworkErrors: sendError,
  }).withTypeProvider<TypeBoxTypeProvider>();
  if (onRoute) app.addHook('onRoute', onRoute);
  app.decorate('shieldsIoUrl', shieldsIoUrl);
  app.setErrorHandler(sendError);
  app.setNotFoundHandler((request, reply) =>
    sendProblem({ status: 404, type: JSON_UTF8, code: 'not-found', detail: `Nothing is at ${request.url}.` }, request, reply),
  );
  documentRoutes(app);
  readBodies(app);
  addRequestContext(app, { tenant, baseUrl });
  refuseUnacceptable(app);
  presumeJson(app);
  sendLargeTextsAsBytes(app);
  const registerOtherMethods = answerOtherMethods(app);
  registerRoutes(app);
  registerOtherMethods();
  return app;
}
