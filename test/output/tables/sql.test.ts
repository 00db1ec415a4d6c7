import { join } from "node:path";
import { expect, test } from "vitest";
import { duckdbTables, postgresqlTables } from "../../../src/output/tables/table-sql.ts";
import { TABLES } from "../../../src/output/tables/tables.ts";
import { packageRoot } from "../../../src/platform/assets.ts";

/** sql/ says what the tables are. `npx vitest run test/output/tables/sql.test.ts --update` writes it anew. */
const file = (name: string) => join(packageRoot(), "sql", name);

test("sql/postgresql.sql makes the tables of an export", async () => {
  const head =
    "-- The tables of `poc export --format csv`, for PostgreSQL 15 and later. docs/organisation.md loads them.\n\n";
  await expect(head + postgresqlTables(TABLES)).toMatchFileSnapshot(file("postgresql.sql"));
});

test("sql/duckdb.sql reads the tables of an export", async () => {
  const head =
    "-- The tables of `poc export`, for DuckDB: SET VARIABLE tables = 's3://bucket/tables' comes before. " +
    "docs/organisation.md\n-- shows it.\n\n";
  await expect(head + duckdbTables(TABLES)).toMatchFileSnapshot(file("duckdb.sql"));
});
