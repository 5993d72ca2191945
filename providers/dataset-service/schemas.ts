import type { Behaviour } from './types.ts';

/** Sums of squares of a thousand such values are still exact enough to compare. */
const largestValue = 1e12;

const point = {
  type: 'object',
  required: ['at', 'value'],
  properties: {
    at: { type: 'string', format: 'date-time' },
    value: { type: 'number', minimum: -largestValue, maximum: largestValue },
  },
};

export function uploadSchema(behaviour: Behaviour) {
  return {
    type: 'object',
    required: behaviour === 'required-field' ? ['name', 'unit', 'points'] : ['name', 'points'],
    properties: {
      name: { type: 'string', minLength: 1, maxLength: 100 },
      unit: { type: 'string', minLength: 1, maxLength: 20 },
      points: { type: 'array', minItems: 1, maxItems: 10_000, items: point },
    },
  };
}

/** Query values are strings here: coercion would be on for bodies as well, and let the value `"12"` pass as a number. */
export const pageQuerySchema = {
  type: 'object',
  properties: {
    page: { type: 'string', pattern: '^[1-9]\\d{0,5}$' },
    size: { type: 'string', pattern: '^([1-9]\\d?|100)$' },
  },
};
