import type { Schema } from './schema.ts';

/** readOnly or writeOnly, said here, by the target of a reference, or by a member of allOf. */
export function marked(schema: Schema, mark: 'readOnly' | 'writeOnly', depth = 0): boolean {
  return schema.flag(mark) || (depth < 5 && schema.allOf.some((branch) => marked(branch.schema, mark, depth + 1)));
}

/** A property that is not part of the values of this direction: readOnly is not sent, writeOnly is not answered. */
export function leftOut(schema: Schema | undefined, direction: 'request' | 'response' | 'none'): boolean {
  if (!schema || direction === 'none') return false;
  return marked(schema, direction === 'request' ? 'readOnly' : 'writeOnly');
}
