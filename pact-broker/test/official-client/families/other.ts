import type { Family } from '../step.ts';
import { among, notUnderstood } from './lines.ts';

export const other: Family = {
  name: 'what needs no broker',
  steps: [
    { run: 'generate-uuid', exits: 0, prints: ['<uuid>'] },
    { run: 'generate-uuid more', exits: 2, prints: notUnderstood("unexpected argument 'more' found") },
    {
      run: 'help generate-uuid',
      exits: 0,
      prints: among('Generate a UUID for use when calling create-or-update-webhook', 'Usage: pact broker generate-uuid [OPTIONS]'),
    },
    { run: 'help nonsense', exits: 2, prints: notUnderstood("unrecognized subcommand 'nonsense'") },
    { run: 'nonsense', exits: 2, prints: notUnderstood("unrecognized subcommand 'nonsense'") },
  ],
};
