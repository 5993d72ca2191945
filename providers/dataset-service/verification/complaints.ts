import { stripVTControlCharacters } from 'node:util';

/** The verifier only logs these and calls the verification a success: a result that nobody got, a state that was not arranged. */
const complaint =
  /Publishing of verification results failed.*|Error executing state handler.*|Error details: .*|no state handler found for state: ".+"/;

export function complaintsIn(output: string): string[] {
  const lines = stripVTControlCharacters(output).split('\n');
  return [...new Set(lines.flatMap((line) => complaint.exec(line)?.[0] ?? []))];
}
