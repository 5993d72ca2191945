import type { Schema } from '../schema/schema.ts';

/** Keywords that constrain nothing. */
const SILENT = new Set([
  'title',
  'description',
  'example',
  'examples',
  'default',
  'deprecated',
  'readOnly',
  'writeOnly',
  'externalDocs',
  'xml',
  '$comment',
  'nullable',
]);

/** Whether a schema says anything about values. */
export function constrains(schema: Schema): boolean {
  return schema.always !== true && Object.keys(schema.raw).some((keyword) => says(keyword) && keyword !== 'nullable');
}

function says(keyword: string): boolean {
  return !SILENT.has(keyword) && !keyword.startsWith('x-');
}

/** A schema that says no more of values than some keywords do. */
export function isNothingBut({ raw }: Schema, keywords: readonly string[]): boolean {
  return Object.keys(raw).every((keyword) => keywords.includes(keyword) || !says(keyword));
}
