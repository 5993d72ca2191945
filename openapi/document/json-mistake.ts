/** The offset of the mistake for which `JSON.parse` threw this error on this text; the text's length when it ends too early. */
export function offsetOfMistake(error: Error, text: string): number {
  if (endsTooEarly(error, text)) return text.length;
  return positionIn(error) ?? lengthOfGoodStart(text);
}

/** V8 gives no position when it meets an unexpected token, so the longest start that only lacks its end is looked for by halving. */
function lengthOfGoodStart(text: string): number {
  let good = 0;
  let bad = text.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (isGoodStart(text.slice(0, middle))) good = middle;
    else bad = middle;
  }
  return good;
}

function isGoodStart(start: string): boolean {
  try {
    JSON.parse(start);
    return true;
  } catch (error) {
    return endsTooEarly(error as Error, start);
  }
}

function endsTooEarly(error: Error, text: string): boolean {
  return /^Unexpected end|^Unterminated string/.test(error.message) || positionIn(error) === text.length;
}

function positionIn({ message }: Error): number | undefined {
  const position = / JSON at position (\d+)/.exec(message)?.[1];
  return position === undefined ? undefined : Number(position);
}
