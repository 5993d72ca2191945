import type { WrittenRule } from '../../domain/retention/keep-rule.ts';
import { namesIn, nothingNamed } from '../../domain/retention/names-in-rules.ts';
import type { Db } from '../../storage/database.ts';
import { isInUse } from '../../storage/names-in-use.ts';

/** A sentence for each rule that names what does not exist: the first such name of each, as the others hang on it. */
export async function warnOfRules(db: Db, rules: WrittenRule[]): Promise<string[]> {
  const warnings: string[] = [];
  for (const written of rules)
    for (const named of namesIn(written.rule)) {
      if (await isInUse(db, named)) continue;
      warnings.push(nothingNamed(written, named));
      break;
    }
  return warnings;
}
