import { Fields } from '../fields.ts';
import { nameProblem } from '../names.ts';
import { isPlainObject } from '../pacts/faithful-json.ts';
import { DEFAULT_EVENT, type EventName, eventNames, isEventName } from './event-name.ts';
import { readRequest } from './request-fields.ts';
import { unknownVariables } from './unknown-variables.ts';
import type { Side, WebhookFields } from './webhook.ts';

/**
 * Reads the body that creates or replaces a webhook. Throws ValidationFailed. A request that is kept as it is may name variables that
 * there are none of: it may be older than the rule against them, and whoever disables it need not mend it first.
 */
export function readWebhook(body: unknown, { requestIsKept = false } = {}): WebhookFields {
  const fields = new Fields(body);
  const description = fields.optionalText('description') ?? null;
  const enabled = fields.value('enabled') ?? true;
  if (typeof enabled !== 'boolean') fields.refuse('enabled', 'enabled must be true or false.');
  const webhook = {
    description,
    enabled: enabled === true,
    events: readEvents(fields),
    consumer: readSide(fields, 'consumer'),
    provider: readSide(fields, 'provider'),
    request: readRequest(fields.value('request'), (field, problem) => fields.refuse(field, problem)),
  };
  if (!requestIsKept) for (const [field, problem] of unknownVariables(webhook.request)) fields.refuse(field, problem);
  fields.done();
  return webhook;
}

/** Checks a uuid that a client chose. Throws ValidationFailed. */
export function checkChosenUuid(uuid: string): string {
  const fields = new Fields(undefined);
  if (!/^[A-Za-z0-9_-]{16,64}$/.test(uuid))
    fields.refuse('uuid', 'The uuid of a new webhook has 16 to 64 characters: letters, digits, - and _.');
  fields.done();
  return uuid;
}

function readEvents(fields: Fields): EventName[] {
  const events = fields.value('events') ?? [{ name: DEFAULT_EVENT }];
  if (!Array.isArray(events) || events.length === 0) {
    fields.refuse('events', `events must be a list with at least one event, such as [{"name": "${DEFAULT_EVENT}"}].`);
    return [];
  }
  const names = events.map((event) => (isPlainObject(event) ? event.name : undefined));
  const unknown = names.find((name) => !isEventName(name));
  if (!names.every(isEventName)) {
    const shown = JSON.stringify(unknown)?.slice(0, 100);
    fields.refuse('events', `${shown ?? 'An event without a name'} is no event. Each has a name: ${eventNames.join(', ')}.`);
  }
  return [...new Set(names.filter(isEventName))];
}

function readSide(fields: Fields, role: 'consumer' | 'provider'): Side {
  const side = fields.value(role) ?? null;
  if (side === null) return null;
  const { name, label } = isPlainObject(side) ? side : {};
  const given = [name, label].filter((value) => value !== undefined && value !== null);
  if (given.length !== 1) {
    fields.refuse(role, `${role} must be an object with either a name or a label; leave it out for any ${role}.`);
    return null;
  }
  const kind = name === undefined || name === null ? 'label' : 'name';
  fields.refuse(`${role}.${kind}`, nameProblem(given[0], `${role}.${kind}`));
  return kind === 'name' ? { name: name as string } : { label: label as string };
}
