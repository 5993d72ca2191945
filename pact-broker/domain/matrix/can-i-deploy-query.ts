import { type FieldErrors, refuseIfAny } from '../errors.ts';
import { type MatrixQuery, NO_LIMIT, readIgnore, type Target } from './matrix-query.ts';

/** Reads the query of /can-i-deploy, the gate's question in short. Throws ValidationFailed. */
export function readCanIDeployQuery(fields: Record<string, unknown>): MatrixQuery {
  const { pacticipant, version, environment, to } = fields;
  const errors: FieldErrors = {};
  const missing = (value: unknown) => typeof value !== 'string' || value === '';
  if (missing(pacticipant)) errors.pacticipant = ['pacticipant is missing. Give the name of what is to be deployed.'];
  if (missing(version)) errors.version = ['version is missing. Give the number of the version to be deployed.'];
  if (missing(environment) && missing(to)) errors[''] = ['Say where to: environment=NAME, or to=TAG.'];
  if (!missing(environment) && !missing(to)) errors[''] = ['environment and to exclude each other. Give one.'];
  const ignore = readIgnore(fields.ignore, (problem) => {
    errors.ignore = [problem];
  });
  refuseIfAny(errors);
  const target: Target = missing(environment)
    ? { kind: 'tag', tag: String(to), latest: true }
    : { kind: 'environment', environment: String(environment) };
  return gateQuery({ pacticipant: String(pacticipant), version: String(version) }, target, ignore);
}

/** The gate's question: does this version work with everything that is in the target? */
export const gateQuery = (selector: MatrixQuery['selectors'][number], target: Target, ignore: MatrixQuery['ignore'] = []): MatrixQuery => ({
  selectors: [selector],
  target,
  latestBy: 'cvp',
  success: [],
  ignore,
  limit: NO_LIMIT,
});
