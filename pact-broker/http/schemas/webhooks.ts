import { Type } from 'typebox';
import { eventNames } from '../../domain/webhooks/event-name.ts';
import { variableNames } from '../../domain/webhooks/variables.ts';
import { links, orNull, Page, paging, Time } from './hal.ts';
import { Name, OptionalText } from './names.ts';

const example = {
  description: 'Verify the changed pact',
  events: [{ name: 'contract_requiring_verification_published' }],
  provider: { name: 'Order API' },
  request: {
    method: 'POST',
    url: 'https://ci.example.org/build',
    headers: { 'X-Pipeline': 'verify' },
    body: { pactUrl: '${pactbroker.pactUrl}', providerVersion: '${pactbroker.providerVersionNumber}' },
  },
};

const Event = Type.Object({ name: Type.Enum([...eventNames], { type: 'string' }) }, { $id: 'WebhookEvent' });

const Side = (role: string) =>
  Type.Optional(
    Type.Union(
      [
        Type.Object({ name: Name('Its name', ['Order API']), label: Type.Optional(Type.Null()) }),
        Type.Object({ label: Name('A label that it has', ['checkout']), name: Type.Optional(Type.Null()) }),
        Type.Null(),
      ],
      { description: `Only pacts with this ${role}; leave it out for any` },
    ),
  );

export const WebhookBody = Type.Object(
  {
    description: OptionalText('What it does'),
    enabled: Type.Optional(Type.Union([Type.Boolean(), Type.Null()], { description: 'true unless it is said otherwise' })),
    events: Type.Optional(
      Type.Union([Type.Array(Event, { minItems: 1 }), Type.Null()], {
        description: 'What it waits for: contract_content_changed unless said',
      }),
    ),
    consumer: Side('consumer'),
    provider: Side('provider'),
    request: Type.Object(
      {
        method: Type.String({ minLength: 1, examples: ['POST'] }),
        url: Type.String({ minLength: 1, maxLength: 2048, description: 'Absolute; template variables may stand in its path and query' }),
        headers: Type.Optional(
          Type.Union([Type.Record(Type.String(), Type.Union([Type.String({ maxLength: 8192 }), Type.Number()])), Type.Null()]),
        ),
        body: Type.Optional(
          Type.Unknown({
            description:
              'JSON, or a text that is sent as it is; template variables may stand in its texts, escaped for JSON, XML or a form where ' +
              'content-type says so. Where it says a form, the members of an object are its fields',
          }),
        ),
        username: Type.Optional(orNull(Type.String({ maxLength: 8192, description: 'For basic authentication' }))),
        password: Type.Optional(orNull(Type.String({ maxLength: 8192, description: 'Kept encrypted and never shown' }))),
      },
      {
        description: `What is sent. Template variables, such as \${pactbroker.pactUrl}, are filled in; one that there is none of is refused. There are ${variableNames.join(', ')}.`,
      },
    ),
  },
  { $id: 'WebhookBody', examples: [example] },
);

export const WebhookPatch = Type.Object(
  {},
  { $id: 'WebhookPatch', additionalProperties: true, description: 'A JSON merge patch of a webhook', examples: [{ enabled: false }] },
);

const SideOfWebhook = Type.Optional(Type.Object({ name: Type.Optional(Type.String()), label: Type.Optional(Type.String()) }));

export const Webhook = Type.Object(
  {
    uuid: Type.String(),
    description: Type.Optional(Type.String()),
    consumer: SideOfWebhook,
    provider: SideOfWebhook,
    enabled: Type.Boolean(),
    request: Type.Object(
      {
        method: Type.String(),
        url: Type.String(),
        headers: Type.Optional(Type.Record(Type.String(), Type.String())),
        body: Type.Optional(Type.Unknown()),
        username: Type.Optional(Type.String()),
        password: Type.Optional(Type.String()),
      },
      { description: 'Secrets are masked' },
    ),
    events: Type.Array(Event),
    updatedAt: Type.Optional(Time('When it was changed last')),
    createdAt: Time('When it was created'),
    _links: links([
      'self',
      'pb:execute',
      'pb:consumer?',
      'pb:provider?',
      'pb:consumers?',
      'pb:providers?',
      'pb:pact-webhooks?',
      'pb:triggered-webhooks',
      'pb:webhooks',
    ]),
  },
  { $id: 'Webhook', description: 'A request to send when something happens to certain pacts' },
);

export const Webhooks = Type.Object(
  { _links: links(['self', 'pb:create', 'pb:webhooks[]', 'pb:triggered-webhooks', 'curies[]']) },
  { $id: 'Webhooks' },
);

const Headers = Type.Record(Type.String(), Type.Unknown());

export const WebhookExecution = Type.Object(
  {
    request: Type.Object({ url: Type.String(), headers: Headers, body: Type.Optional(Type.Unknown()) }),
    response: Type.Optional(Type.Object({ status: Type.Integer(), headers: Headers, body: Type.Optional(Type.Unknown()) })),
    logs: Type.String(),
    success: Type.Boolean(),
    _links: links(['webhook?', 'try-again']),
  },
  { $id: 'WebhookExecution', description: 'What was sent and answered, without secrets' },
);

export const TriggeredWebhook = Type.Object(
  {
    uuid: Type.String(),
    name: Type.String(),
    status: Type.Enum(['not_run', 'retrying', 'success', 'failure'], { type: 'string', description: 'failure: it was given up' }),
    attemptsMade: Type.Integer(),
    attemptsRemaining: Type.Integer(),
    triggerType: Type.String(),
    eventName: Type.String(),
    triggeredAt: Time('When it was triggered'),
    nextAttemptAt: Type.Optional(Time('When it will be tried next')),
    _links: links(['self', 'pb:logs', 'logs', 'pb:webhook?', 'pb:redeliver']),
  },
  { $id: 'TriggeredWebhook', description: 'One occasion on which a webhook is sent, with its attempts' },
);

const embedded = Type.Object({ triggeredWebhooks: Type.Array(TriggeredWebhook) });

export const TriggeredWebhooks = Type.Object(
  { page: Type.Optional(Page), _embedded: embedded, _links: links(['self', ...paging]) },
  { $id: 'TriggeredWebhooks' },
);

export const WebhooksStatus = Type.Object(
  {
    summary: Type.Object({
      successful: Type.Integer(),
      failed: Type.Integer(),
      retrying: Type.Integer(),
      notRun: Type.Integer(),
    }),
    _embedded: embedded,
    _links: links(['self', 'pb:error-logs[]', 'pb:pact-webhooks', 'pb:pact-version', 'pb:consumer', 'pb:provider']),
  },
  { $id: 'WebhooksStatus' },
);

const AwaitedVersion = Type.Object({ name: Type.String(), version: Type.Object({ number: Type.String() }) });

export const ExpectedVerification = Type.Object(
  {
    uuid: Type.String(),
    consumer: AwaitedVersion,
    provider: AwaitedVersion,
    pactVersion: Type.String({ description: 'The content to verify' }),
    expectedSince: Time('When it was asked for first'),
    dispatches: Type.Integer({ description: 'How often it was asked for' }),
    lastDispatchedAt: Time('When it was asked for last'),
    _embedded: Type.Object({ lastTriggeredWebhook: TriggeredWebhook }),
    _links: links(['self', 'pb:dispatch', 'pb:pact-version', 'pb:consumer', 'pb:provider', 'pb:provider-version']),
  },
  { $id: 'ExpectedVerification', description: 'A result that a webhook asked a provider version for, and that has not come' },
);

export const ExpectedVerifications = Type.Object(
  {
    page: Page,
    _embedded: Type.Object({ expectedVerifications: Type.Array(ExpectedVerification) }),
    _links: links(['self', ...paging]),
  },
  { $id: 'ExpectedVerifications' },
);
