import { Type } from 'typebox';

export const Notice = Type.Object(
  {
    type: Type.Enum(['debug', 'info', 'success', 'prompt', 'warning', 'error', 'danger'], { type: 'string', description: 'Its colour' }),
    text: Type.String(),
  },
  { $id: 'Notice', description: 'A line for people, which clients print' },
);
