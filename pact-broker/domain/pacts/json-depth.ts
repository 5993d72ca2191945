export const DEEPEST = 500;

const [QUOTE, BACKSLASH, BRACKET, BRACKET_END, BRACE, BRACE_END] = ['"', '\\', '[', ']', '{', '}'].map((c) => c.charCodeAt(0));

/** Whether JSON text is nested deeper than DEEPEST: whoever walks such a value overflows the stack. Brackets in texts do not count. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    const character = json.charCodeAt(at);
    if (character === QUOTE) at = endOfText(json, at);
    else if (character === BRACE || character === BRACKET) {
      if (++depth > DEEPEST) return true;
    } else if (character === BRACE_END || character === BRACKET_END) depth--;
  }
  return false;
}

/** Where the text that begins at a quote ends: a published contract is one text of many kilobytes, found faster than walked through. */
function endOfText(json: string, begin: number): number {
  let end = json.indexOf('"', begin + 1);
  while (end > 0 && isEscaped(json, end)) end = json.indexOf('"', end + 1);
  return end < 0 ? json.length : end;
}

function isEscaped(json: string, at: number): boolean {
  let before = at;
  while (json.charCodeAt(before - 1) === BACKSLASH) before--;
  return (at - before) % 2 === 1;
}
