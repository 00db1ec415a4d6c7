import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CATALOGUE, docsAnchor, FAMILIES, isCode } from "../../src/diagnostics/catalogue.ts";
import type { CatalogueEntry, DiagnosticKind } from "../../src/diagnostics/catalogue-entry.ts";
import { packageRoot } from "../../src/platform/assets.ts";
import { withSection } from "./section.ts";

/** docs/diagnostics.md says what the catalogue says. `POC_UPDATE=1 npx vitest run test/docs`, or `-u`, writes it anew. */

const page = join(packageRoot(), "docs/diagnostics.md");

const KINDS: Readonly<Record<DiagnosticKind, string>> = {
  records: "exit 3, the records cannot be read or judged",
  breach: "exit 1, a limit or rule is breached",
  due: "exit 4, something that is due is missing",
};

/** The texts of the catalogue are wrapped for the source. */
const unwrapped = (text: string) => text.replaceAll(/(?<!\n)\n(?!\n)/g, " ");

/** `Name <address>` and `<<<<<<<` would be tags outside of code. */
const inMarkdown = (text: string) =>
  unwrapped(text)
    .split(/(`[^`]+`)/)
    .map((part) => (part.startsWith("`") ? part : part.replaceAll("<", "&lt;").replaceAll(">", "&gt;")))
    .join("");

function codeSection([code, { severity, kind, title, explanation, fix }]: [string, CatalogueEntry]): string {
  return [
    `<a id="${code}"></a>\n### \`${code}\`: ${title}`,
    `*${severity} · ${KINDS[kind]}*`,
    inMarkdown(explanation),
    `**Fix.** ${inMarkdown(fix)}`,
  ].join("\n\n");
}

function catalogue(): string {
  const index = FAMILIES.map(
    ({ title, codes }) =>
      `- **${title}**: ${Object.keys(codes)
        .map((code) => `[${code}](#${code})`)
        .join(", ")}`,
  );
  const families = FAMILIES.map(({ title, codes }) =>
    [`## ${title}`, ...Object.entries(codes).map(codeSection)].join("\n\n"),
  );
  return ["", index.join("\n"), ...families, ""].join("\n\n").trim();
}

test("docs/diagnostics.md is that of the catalogue", async () => {
  const fresh = withSection(readFileSync(page, "utf8"), "codes", catalogue());
  if (process.env["POC_UPDATE"] === "1") writeFileSync(page, fresh);
  await expect(fresh).toMatchFileSnapshot(page);
});

test("every code belongs to one family, and its link leads to its section", () => {
  const inFamilies = FAMILIES.flatMap(({ codes }) => Object.keys(codes));
  expect([...inFamilies].sort()).toEqual(Object.keys(CATALOGUE).sort());
  const text = readFileSync(page, "utf8");
  for (const code of inFamilies.filter(isCode)) {
    const [file, anchor] = docsAnchor(code).split("#");
    expect({ file, found: text.split(`<a id="${anchor}"></a>`).length - 1 }).toEqual({
      file: "docs/diagnostics.md",
      found: 1,
    });
  }
});
