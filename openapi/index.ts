/** The one door of the compatibility engine: everything else in this folder is its own business. */
export { type Change, type CounterExample, fingerprintOf, type Verdict, verdictOf } from './checks/change.ts';
export { explainRule, findRule, rules } from './checks/registry.ts';
export type { Area, Direction, Level, Rule } from './checks/rule.ts';
export { type DiffOptions, type DiffResult, diffDocuments } from './diff-documents.ts';
export { Document, type SpecVersion } from './document/document.ts';
export { DocumentError, type DocumentErrorCode, type Location } from './document/document-error.ts';
export { type DocumentText, type LoadOptions, loadDocument } from './document/load-document.ts';
