import type { Level } from '../checks/rule.ts';
import type { Location } from '../document/document-error.ts';

/** One entry of `ignore`: every key that is given must match. */
export interface Ignore {
  /** A rule, or a pattern of rules in which `*` stands for anything. */
  readonly id?: string;
  /** A path of the document; `*` stands for anything within a segment, `**` for anything. Names in braces do not matter. */
  readonly path?: string;
  /** Upper case. */
  readonly method?: string;
  /** The place of a component (`NodeSelectorTerm.matchExpressions`), or a pattern in which `*` stands for anything. */
  readonly component?: string;
  /** A pattern of the message. */
  readonly message?: string;
  /** Of one change at one place, or of a change of a component at every place that uses it. */
  readonly fingerprint?: string;
  readonly reason: string;
  /** The last day it holds, as YYYY-MM-DD. */
  readonly expires?: string;
  readonly location: Location;
}

/** The level of a rule, or of all rules of a pattern; for all of the API, or for places of components. */
export interface LevelRule {
  readonly id: string;
  readonly component?: string;
  readonly level: Level;
}

/** What a team decided about its own API: levels by rule id, and changes to be ignored. */
export interface Config {
  readonly file: string;
  readonly levels: readonly LevelRule[];
  readonly ignore: readonly Ignore[];
  /** Days that must lie between deprecating something and its sunset; with more than none, a sunset must be given. */
  readonly deprecationDays: number;
  /** Readers of answers are told to expect values that no enum lists yet. */
  readonly openEnums: boolean;
}
