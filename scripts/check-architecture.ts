import { globSync } from 'node:fs';
import { cruise, format, type ICruiseResult, type IFlattenedRuleSet, type IOptions } from 'dependency-cruiser';

/** `npm run architecture`: holds the imports against the rules, and makes sure that the rules saw every file. */
const ROOTS = ['consumers', 'providers', 'openapi', 'scripts', 'pact-broker'];

// Plain JavaScript, as editors' plugins for the tool read it.
const file: string = new URL('../.dependency-cruiser.mjs', import.meta.url).href;
const { default: configuration } = (await import(file)) as { default: IFlattenedRuleSet & { options: IOptions } };

const { output } = await cruise(ROOTS, { ...configuration.options, ruleSet: configuration, validate: true });
const result = output as ICruiseResult;
const report = await format(result, { outputType: 'err-long' });
console.log(report.output);

const own = result.modules.filter(({ source }) => ROOTS.some((root) => source.startsWith(`${root}/`))).length;
const files = globSync(
  ROOTS.map((root) => `${root}/**/*.ts`),
  { exclude: (path) => /(^|\/)(node_modules|generated|dist)($|\/)/.test(path) },
).length;
// Rules that match nothing pass silently: a moved folder or a broken resolver would look like a clean house.
if (own < files) {
  console.error(`Only ${own} of ${files} files were seen. Name the missing folder in ROOTS, or mend how imports are resolved.`);
  process.exitCode = 1;
}
if (report.exitCode > 0) process.exitCode = 1;
