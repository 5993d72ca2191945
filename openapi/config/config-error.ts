import type { Location } from '../document/document-error.ts';

/** A config file that cannot be used: says where, and what to write instead. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly location: Location;
  /** What is wrong, without the place. */
  readonly reason: string;

  constructor(reason: string, location: Location) {
    super(`${location.file}:${location.line}:${location.column}: ${reason}`);
    this.reason = reason;
    this.location = location;
  }
}
