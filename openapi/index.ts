/** The one door of the compatibility engine: everything else in this folder is its own business. */
export { type Change, type CounterExample, fingerprintOf, type Verdict, verdictOf } from './checks/change.ts';
export { explainRule, findRule, rules } from './checks/registry.ts';
export type { Area, Direction, Level, Rule } from './checks/rule.ts';
export { type Applied, applyConfig, type IgnoredChange } from './config/apply-config.ts';
export { closest } from './config/closest.ts';
export type { Config, Ignore } from './config/config.ts';
export { ConfigError } from './config/config-error.ts';
export { parseConfig } from './config/parse-config.ts';
export { type DiffOptions, type DiffResult, diffDocuments } from './diff-documents.ts';
export { Document, type SpecVersion } from './document/document.ts';
export { DocumentError, type DocumentErrorCode, type Location } from './document/document-error.ts';
export { type DocumentText, type LoadOptions, loadDocument } from './document/load-document.ts';
export { type Format, formats } from './report/formats.ts';
export { changeAsJson } from './report/json.ts';
export type { RenderOptions, Report, Subject } from './report/report.ts';
export { reportOf } from './report/report-of.ts';
export type { SecondOpinion } from './second-opinion/opinion.ts';
export { type SecondOpinionOptions, secondOpinion } from './second-opinion/second-opinion.ts';
