export const DEEPEST = 500;

const [QUOTE, BACKSLASH, BRACKET, BRACKET_END, BRACE, BRACE_END] = ['"', '\\', '[', ']', '{', '}'].map((c) => c.charCodeAt(0));

/** Whether JSON text is nested deeper than DEEPEST: whoever walks such a value overflows the stack. Brackets in texts do not count. */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let inText = false;
  for (let at = 0; at < json.length; at++) {
    const character = json.charCodeAt(at);
    if (inText) {
      if (character === BACKSLASH) at++;
      else if (character === QUOTE) inText = false;
    } else if (character === QUOTE) inText = true;
    else if (character === BRACE || character === BRACKET) {
      if (++depth > DEEPEST) return true;
    } else if (character === BRACE_END || character === BRACKET_END) depth--;
  }
  return false;
}
