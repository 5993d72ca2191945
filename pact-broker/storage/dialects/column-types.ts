/** The column types a migration is written with; all else in a migration is the same SQL on both databases. */
export interface ColumnTypes {
  /** Primary key, counted up by the database, never used twice. */
  id: string;
  int: string;
  /** Compared byte by byte on both databases, so that order and equality of names do not depend on a locale. */
  text: string;
  blob: string;
}
