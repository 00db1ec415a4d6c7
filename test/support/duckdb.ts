import { DuckDBInstance } from "@duckdb/node-api";

/** A database that answers with rows of texts, by the names of the columns. */
export interface Database {
  /** Runs statements. */
  run(sql: string): Promise<void>;
  rows(query: string): Promise<readonly Readonly<Record<string, string | null>>[]>;
  close(): Promise<void>;
}

/** A DuckDB in memory. */
export async function duckdb(): Promise<Database> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  return {
    async run(sql) {
      await connection.run(sql);
    },
    async rows(query) {
      const read = await connection.runAndReadAll(query);
      return read.getRowObjectsJson().map((row) => Object.fromEntries(Object.entries(row).map(texts)));
    },
    async close() {
      connection.closeSync();
    },
  };
}

function texts([name, value]: [string, unknown]): [string, string | null] {
  return [name, value === null ? null : String(value)];
}
