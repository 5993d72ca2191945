const LONGEST = 255;

/** Says what is wrong with a name (of a pacticipant, version, branch, tag, label), or undefined. `what` begins the sentence. */
export function nameProblem(name: unknown, what: string): string | undefined {
  if (name === undefined || name === null || name === '') return `${what} is missing. Give a text of 1 to ${LONGEST} characters.`;
  if (typeof name !== 'string') return `${what} must be a text, and is of type ${Array.isArray(name) ? 'list' : typeof name}.`;
  if (name.trim() === '') return `${what} consists of white space only.`;
  if (name.length > LONGEST) return `${what} has ${name.length} characters; ${LONGEST} are the most.`;
  // Control characters and lone surrogates: they cannot be seen, and PostgreSQL cannot store some of them.
  if (/\p{Cc}/u.test(name)) return `${what} holds a control character, such as a line break or tab.`;
  if (!name.isWellFormed()) return `${what} is not well-formed Unicode text.`;
  return undefined;
}
