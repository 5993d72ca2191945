import type { Command } from 'commander';

export function define(command: Command): void {
  command.option('--once', 'end after the story, with exit code 0 if every step did what it should').action(async ({ once }) => {
    const { tellStory } = await import('./demo/story.ts');
    await tellStory({ stay: !once });
  });
}
