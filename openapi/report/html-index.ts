import { countByLevel } from './counts.ts';
import { titleHtml } from './html-title.ts';
import { LEVELS, type Section } from './sections.ts';

/** Where what is, with the number of changes: a list that scrolls for itself. */
export function indexHtml(sections: readonly Section[]): string {
  const rows = sections.map((section, index) => {
    const counts = countByLevel(section.entries);
    const levels = LEVELS.filter((level) => counts[level].entries > 0);
    const badges = levels.map(
      (level) => `<span class="badge ${level}" title="${level}">${counts[level].entries.toLocaleString('en')}</span>`,
    );
    return `<li class="${levels.map((level) => `has-${level}`).join(' ')}"><a href="#s${index}">${titleHtml(section)}</a><span class="badges">${badges.join('')}</span></li>`;
  });
  return `<nav aria-label="Changes by component and operation"><h2>Where</h2><ol>${rows.join('\n')}</ol></nav>`;
}
