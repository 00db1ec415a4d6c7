import { PRECISION, SCALE, type ColumnType, type Table } from "./table.ts";

const TYPES: Readonly<Record<ColumnType, string>> = {
  text: "text",
  integer: "bigint",
  money: `numeric(${PRECISION}, ${SCALE.money})`,
  decimal: `numeric(${PRECISION}, ${SCALE.decimal})`,
  double: "double precision",
  instant: "timestamp with time zone",
  day: "date",
  truth: "boolean",
};

/** Makes the tables of an export in PostgreSQL, with the words about them. */
export function postgresqlTables(tables: readonly Table[]): string {
  return tables
    .map(({ name, about, key, columns }) =>
      [
        `CREATE TABLE ${name} (`,
        ...columns.map((column) => `  ${column.name} ${TYPES[column.type]},`),
        `  PRIMARY KEY (${key.join(", ")})`,
        `);`,
        `COMMENT ON TABLE ${name} IS ${quoted(about)};`,
        ...columns.map((column) => `COMMENT ON COLUMN ${name}.${column.name} IS ${quoted(column.about)};`),
        "",
      ].join("\n"),
    )
    .join("\n");
}

/** Views of DuckDB over the Parquet files of an export, wherever the variable `tables` says that they are. */
export function duckdbTables(tables: readonly Table[]): string {
  return tables.map(({ name }) => `CREATE OR REPLACE VIEW ${name} AS SELECT * FROM ${parquetOf(name)};\n`).join("");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function parquetOf(name: string): string {
  return `read_parquet(getvariable('tables') || '/${name}/*.parquet')`;
}
