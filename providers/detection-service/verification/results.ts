/** What the verifier reports, as far as it is used here. */
export interface Results {
  result: boolean;
  interactionResults: InteractionResult[];
  errors: { interaction: string; mismatch: Mismatch }[];
}

/** The report, and what the verifier complained of without counting it. */
export interface Verification extends Results {
  complaints: string[];
  success: boolean;
}

export interface InteractionResult {
  consumer: string;
  description: string;
  providerStates: string[];
  result: 'OK' | 'Error';
  pending: boolean;
  mismatch?: Mismatch;
}

type Mismatch =
  | { type: 'error'; message: string }
  | { type: 'mismatches'; mismatches: { path?: string; type: string; mismatch?: string; expected?: unknown; actual?: unknown }[] };

export const failed = ({ result }: InteractionResult) => result !== 'OK';

/** One line for each thing that differs. */
export function linesOf(mismatch: Mismatch): string[] {
  if (mismatch.type === 'error') return [mismatch.message];
  return mismatch.mismatches.map(({ path, type, mismatch: text, expected, actual }) => {
    const said = text ?? `expected ${String(expected)} but was ${String(actual)}`;
    return `${path ?? type}: ${said}`;
  });
}
