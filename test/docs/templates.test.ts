import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { MEMOS } from "../../src/app/documents/documents.ts";
import { viewFields, type ViewDocs } from "../../src/app/templates/view-docs.ts";
import { HELPER_WORDS, TEMPLATE_WORDS, type TemplateWord } from "../../src/memo/template/template-language.ts";
import { packageRoot, shippedAssets } from "../../src/platform/assets.ts";
import { SourceTypes } from "../../scripts/interfaces.ts";
import { typesOf } from "../../scripts/view-fields.ts";
import { committedFiles, onDisk } from "../examples/committed.ts";
import { POC, run, world } from "../support/run.ts";
import { withSection } from "./section.ts";

/**
 * docs/templates.md and docs/template-views.json say what the code says. `POC_UPDATE=1 npx vitest run test/docs`, or
 * `-u`, writes them anew.
 */

const root = packageRoot();
const page = join(root, "docs/templates.md");
const json = join(root, "docs/template-views.json");

/** `proof-of-value` has its view in an interface ProofOfValueView. */
const KINDS = [...MEMOS.map(({ kind }) => kind), "checklist"];
const typeOf = (kind: string) =>
  `${kind.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())}View`;

const CITED = "Ids of the log entries that it rests on.";

function viewDocs(): ViewDocs {
  const sources = new SourceTypes(root);
  const types = new Map(
    KINDS.flatMap((kind) => [...typesOf(sources.named(`src/memo/documents/${kind}-view.ts`, typeOf(kind)))]),
  );
  const told = [...types].map(
    ([name, fields]) =>
      [
        name,
        fields.map((field) =>
          field.about === "" && /(^|\.)entries$/.test(field.name) && field.kind === "texts"
            ? { ...field, about: CITED }
            : field,
        ),
      ] as const,
  );
  return { views: Object.fromEntries(KINDS.map((kind) => [kind, typeOf(kind)])), types: Object.fromEntries(told) };
}

const HOLDS = { text: "text", truth: "yes or no", texts: "texts", list: "list", object: "part" } as const;

const inCell = (text: string) => text.replaceAll("|", "\\|");
const anchorOf = (type: string) => type.toLowerCase();

function wordTable(words: readonly TemplateWord[]): string {
  return [
    "| written | what it does |",
    "|---|---|",
    ...words.map(
      ({ usage, about }) =>
        `| \`${inCell(usage)}\` | ${inCell(about).replace(/\{\{.+?\}\}/g, (code) => `\`${code}\``)} |`,
    ),
  ].join("\n");
}

function fieldTable(fields: ViewDocs["types"][string]): string {
  const rows = fields.map(({ name, kind, type, about }) => {
    const holds =
      type === undefined ? HOLDS[kind] : `${HOLDS[kind]}${kind === "list" ? " of" : ""} [${type}](#${anchorOf(type)})`;
    return `| \`${name}\` | ${holds} | ${inCell(about).replaceAll("{{", "\\{{")} |`;
  });
  return ["| name | holds | what it is |", "|---|---|---|", ...rows].join("\n");
}

function viewSections({ views, types }: ViewDocs): string {
  const own = new Set(Object.values(views));
  const documents = Object.entries(views).map(
    ([kind, type]) =>
      `### ${kind}\n\n<a id="${anchorOf(type)}"></a>${introduction(kind)}\n\n${fieldTable(types[type]!)}`,
  );
  const parts = Object.entries(types)
    .filter(([type]) => !own.has(type))
    .map(([type, fields]) => `### ${type}\n\n${fieldTable(fields)}`);
  return ["", ...documents, "## Parts of views", ...parts, ""].join("\n\n").trim();
}

function introduction(kind: string): string {
  const memo = MEMOS.find((candidate) => candidate.kind === kind);
  return memo === undefined
    ? "Every checklist that is printed: `templates/checklist/checklist.md.hbs`."
    : `Gate ${memo.gate}: ${memo.about}. \`templates/${memo.template}\`, rendered by \`poc memo ${kind}\`.`;
}

test("docs/templates.md and docs/template-views.json are those of the code", async () => {
  const docs = viewDocs();
  const text = readFileSync(page, "utf8");
  const fresh = withSection(
    withSection(withSection(text, "words", wordTable(TEMPLATE_WORDS)), "helpers", wordTable(HELPER_WORDS.markdown)),
    "views",
    viewSections(docs),
  );
  const freshJson = `${JSON.stringify(docs, null, 1)}\n`;
  if (process.env["POC_UPDATE"] === "1") {
    writeFileSync(page, fresh);
    writeFileSync(json, freshJson);
  }
  await expect(fresh).toMatchFileSnapshot(page);
  await expect(freshJson).toMatchFileSnapshot(json);
});

/** Every path of a value, as the documentation writes it. */
function pathsOf(value: unknown, prefix = ""): ReadonlySet<string> {
  const paths = new Set<string>();
  if (typeof value !== "object" || value === null) return paths;
  for (const [key, inner] of Object.entries(value)) {
    paths.add(prefix + key);
    const items = Array.isArray(inner) ? inner.filter((item) => typeof item === "object") : [inner];
    for (const item of items)
      for (const path of pathsOf(item, `${prefix}${key}${Array.isArray(inner) ? "[]" : ""}.`)) paths.add(path);
  }
  return paths;
}

test.each(KINDS)("the view of %s has the fields that are documented, and no others", async (kind) => {
  const argv = kind === "checklist" ? ["checklist", "exit", "--format", "json"] : ["memo", kind, "--format", "json"];
  const { stdout } = await run(
    argv,
    world({ disk: onDisk(committedFiles("retrieval-poc"), POC), now: "2026-11-20T10:10:00+01:00" }),
  );
  const real = pathsOf((JSON.parse(stdout) as { data: unknown }).data);
  const documented = viewFields({ assets: shippedAssets() }, kind);
  const paths = new Set(documented.map(({ path }) => path));
  expect([...real].filter((path) => !paths.has(path))).toEqual([]);
  // Of a list that is empty in the example nobody sees the items.
  const empty = documented
    .filter(({ path, kind: holds }) => holds === "list" && ![...real].some((other) => other.startsWith(`${path}[].`)))
    .map(({ path }) => `${path}[].`);
  expect([...paths].filter((path) => !real.has(path) && !empty.some((prefix) => path.startsWith(prefix)))).toEqual([]);
});

test("every part of the language is in the documentation as it is written", () => {
  const text = readFileSync(page, "utf8");
  for (const { usage } of [...TEMPLATE_WORDS, ...HELPER_WORDS.markdown]) expect(text).toContain(inCell(usage));
});
