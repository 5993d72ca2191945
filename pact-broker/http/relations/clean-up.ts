import type { Relations } from './relation.ts';

export const cleanUpRelations: Relations = {
  'clean-up': {
    methods: 'GET, POST',
    example: '/clean-up',
    says: 'By which rules versions are kept. POST deletes what no rule keeps and is not in use, a part of it at a time: send next back as after.',
    body: { keep: [{ max_age: 90 }, { branch: 'main' }] },
  },
  'clean-up-plan': {
    methods: 'GET',
    example: '/clean-up/plan?keep=%5B%7B%22max_age%22%3A90%7D%5D',
    says: 'What a clean-up would do: for each version whether it stays, and why. Nothing is changed.',
  },
};
