import type { Behaviour } from './types.ts';

const behaviours: readonly Behaviour[] = ['normal', 'renamed-field', 'required-field'];

/** Reads the settings from the environment; throws with what to do when one is wrong. */
export function readConfig(env: NodeJS.ProcessEnv) {
  return {
    host: env.HOST ?? '127.0.0.1',
    port: portOf(env.PORT ?? '3002'),
    version: env.DETECTION_SERVICE_VERSION ?? '1.0.0',
    datasetServiceUrl: env.DATASET_SERVICE_URL ?? 'http://127.0.0.1:3001',
    behaviour: behaviourOf(env.DETECTION_SERVICE_BEHAVIOUR ?? 'normal'),
  };
}

function portOf(text: string) {
  if (/^\d{1,5}$/.test(text) && Number(text) < 65_536) return Number(text);
  throw new Error(`PORT must be a number from 0 to 65535, not "${text}".`);
}

function behaviourOf(text: string): Behaviour {
  const behaviour = behaviours.find((each) => each === text);
  if (!behaviour) throw new Error(`DETECTION_SERVICE_BEHAVIOUR must be one of ${behaviours.join(', ')}, not "${text}".`);
  return behaviour;
}
