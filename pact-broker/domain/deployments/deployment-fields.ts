import { Fields } from '../fields.ts';

/** The application instance that a deployment is to: '' for the one without a name. `target` is its older name. Throws ValidationFailed. */
export function readApplicationInstance(body: unknown): string {
  const fields = new Fields(body);
  const instance = fields.value('applicationInstance') === '' ? null : fields.optionalName('applicationInstance');
  const target = fields.value('target') === '' ? null : fields.optionalName('target');
  if (instance && target && instance !== target) {
    fields.refuse('target', `target is "${target}", and applicationInstance is "${instance}". They mean the same: give one.`);
  }
  fields.done();
  return instance ?? target ?? '';
}

/** Whether a PATCH ends a deployment. It cannot begin again: that is a deployment of its own. Throws ValidationFailed. */
export const endsDeployment = (body: unknown): boolean => ends(body, 'currentlyDeployed', 'Record a new deployment instead.');

/** Whether a PATCH ends the support of a release. Throws ValidationFailed. */
export const endsSupport = (body: unknown): boolean => ends(body, 'currentlySupported', 'Record a new release instead.');

function ends(body: unknown, field: string, instead: string): boolean {
  const fields = new Fields(body);
  const value = fields.value(field);
  if (value !== undefined && value !== false) fields.refuse(field, `${field} can only be set to false. ${instead}`);
  fields.done();
  return value === false;
}
