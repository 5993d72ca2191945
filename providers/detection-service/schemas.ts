import type { Behaviour } from './types.ts';

const name = { type: 'string', minLength: 1, maxLength: 100 };

export function detectorSchema(behaviour: Behaviour) {
  return {
    type: 'object',
    required: behaviour === 'required-field' ? ['name', 'method', 'threshold'] : ['name', 'method'],
    properties: {
      name,
      method: { type: 'string', enum: ['z-score', 'iqr', 'rolling-median'] },
      threshold: { type: 'number', exclusiveMinimum: 0, maximum: 100 },
      window: { type: 'integer', minimum: 3, maximum: 99 },
    },
  };
}

export const detectionSchema = {
  type: 'object',
  required: ['detectorId', 'datasetId'],
  properties: { detectorId: name, datasetId: name },
};

export const detectionListSchema = { type: 'object', required: ['datasetId'], properties: { datasetId: name } };
