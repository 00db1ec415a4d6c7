import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { TABLES } from "../../src/output/tables/tables.ts";
import type { Table } from "../../src/output/tables/table.ts";
import { packageRoot } from "../../src/platform/assets.ts";
import { withSection } from "./section.ts";

/** docs/organisation.md says what the tables are. `POC_UPDATE=1 npx vitest run test/docs`, or `-u`, writes it anew. */
const page = join(packageRoot(), "docs/organisation.md");

function tableSection({ name, about, key, columns }: Table): string {
  const own = columns.filter((column) => column.name !== "poc");
  return [
    `### \`${name}\``,
    `${about} Key: ${key.map((column) => `\`${column}\``).join(", ")}.`,
    ["| column | type | |", "|---|---|---|"]
      .concat(own.map((column) => `| \`${column.name}\` | ${column.type} | ${column.about.replaceAll("|", "\\|")} |`))
      .join("\n"),
  ].join("\n\n");
}

test("docs/organisation.md describes every table of an export", async () => {
  const fresh = withSection(readFileSync(page, "utf8"), "tables", `\n${TABLES.map(tableSection).join("\n\n")}\n`);
  if (process.env["POC_UPDATE"] === "1") writeFileSync(page, fresh);
  await expect(fresh).toMatchFileSnapshot(page);
});

test("the tables that are emptied before a load are all there are", () => {
  const [, emptied = ""] = /TRUNCATE ([a-z_, ]+);/.exec(readFileSync(page, "utf8")) ?? [];
  expect(emptied.split(", ").sort()).toEqual(TABLES.map(({ name }) => name).sort());
});
