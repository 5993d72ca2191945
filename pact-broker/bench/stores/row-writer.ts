import type { NewRow, TableName, Value } from './tables.ts';

/** Puts many rows into one table of a store that nobody else uses. */
export interface RowWriter {
  write: (table: TableName, rows: Value[][]) => Promise<void>;
}

const ROWS_AT_ONCE = 5000;

/** Hands the rows to the writer in large portions, table by table. */
export async function writeRows(rows: Iterable<NewRow>, writer: RowWriter): Promise<void> {
  const waiting = new Map<TableName, Value[][]>();
  for (const { table, values } of rows) {
    const portion = waiting.get(table) ?? [];
    portion.push(values);
    waiting.set(table, portion);
    if (portion.length < ROWS_AT_ONCE) continue;
    waiting.delete(table);
    await writer.write(table, portion);
  }
  for (const [table, portion] of waiting) await writer.write(table, portion);
}
