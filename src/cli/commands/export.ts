import { EXPORT_FORMATS } from "../../app/export/export-formats.ts";
import type { Command } from "../command.ts";
import { choice, rest, text } from "../flag.ts";
import { AS_OF } from "../flags.ts";

export const exportCommand = {
  name: "export",
  group: "All your PoCs",
  summary: "tables of PoCs for a database: Parquet, CSV or JSON lines",
  description:
    "Writes one file for each table and PoC: FOLDER/spend/retrieval-1f3a9c2e7b.parquet. The key of a PoC is its " +
    "repository and its place in it. So exports of many repositories can go to one folder, and a second export " +
    "replaces the files of that PoC. docs/organisation.md describes the tables, and how DuckDB and PostgreSQL read " +
    "them.",
  args: {
    directories: rest("folders with PoCs, patterns, or lists such as portfolio.yaml; without any, the current folder"),
  },
  flags: {
    to: text("<folder>", "where the tables go"),
    format: choice("<format>", EXPORT_FORMATS, "the format of the files", { byDefault: "parquet" }),
    since: text("<day>", "leave decided PoCs whose tables are there and still right, unless changed since that day"),
    source: text("<name>", "the name of the repository, such as acme/retrieval; by default that of its folder"),
    ...AS_OF,
  },
  examples: [
    { line: "poc export --to tables", what: "this PoC, as Parquet" },
    {
      line: "poc export pocs --to tables --source acme/retrieval",
      what: "all PoCs of a repository, with its full name",
    },
    {
      line: "poc export pocs --to tables --format csv --since 2026-11-01",
      what: "only PoCs that may have changed this month",
    },
  ],
} satisfies Command;
