import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { fullRecords } from "../../../src/document/reading/read-records.ts";
import { fullReader } from "../../../src/document/reading/full-reader.ts";
import type { Zone } from "../../../src/domain/scalars/instant.ts";
import { DEFINITION_FILES } from "../../../src/domain/records/records.ts";
import { CAUSES_OF_DEATH } from "../../../src/domain/records/risk.ts";
import { scaffoldFile, type ScaffoldDraft } from "../../../src/memo/template/scaffold.ts";
import { HOSTILE_TEXTS } from "../documents/hostile-records.ts";
import { repositoryAssets } from "./shipped.ts";
import { yamlScalar } from "../../../src/memo/template/yaml-helpers.ts";
import { runs } from "../../support/properties.ts";

const empty: ScaffoldDraft = {
  title: "Untitled PoC",
  unknowns: [],
  motivations: [],
  start: "2026-11-23",
  workingDays: "10",
  timezone: "Europe/Berlin",
  productionStack: [],
  pocStack: [],
};

const full: ScaffoldDraft = {
  ...empty,
  title: "Retrieval: the policy assistant",
  question: "Does retrieval cut wrong answers?",
  unknowns: [{ question: "Does it lower the wrong-answer rate?", answeredBy: ["wrong-rate"] }],
  kind: "feasibility",
  motivations: ["executive-pressure", "business-problem"],
  owner: "Ana Ruiz <ana@example.com>",
  sponsor: "Marta Weiss <marta@example.com>",
  spendCap: "2000 EUR",
  mvpBudget: "120000 EUR",
  productionStack: ["python 3.12", "kubernetes"],
  pocStack: ["python 3.12"],
  eval: {
    id: "wrong-rate",
    metric: "Wrong answers on safety-critical intents",
    measure: "proportion",
    better: "lower",
    baseline: "41/200",
    target: "reduction >= 40%",
    minN: "175",
  },
  kill: {
    id: "no-residency",
    statement: "The vendor cannot keep data in the EU",
    ask: "Has the vendor refused EU residency?",
    by: "2026-11-27",
  },
  triage: { advice: "not-yet", because: ["no sponsor", "no MVP budget"] },
};

const files = Object.values(DEFINITION_FILES);
const scaffold = (file: string, draft: ScaffoldDraft) => scaffoldFile(repositoryAssets, file, draft, ".schemas");

describe.each([
  ["empty", empty],
  ["full", full],
] as const)("a scaffold that is %s", (name, draft) => {
  test.each(files)("%s", async (file) => {
    await expect(scaffold(file, draft)).toMatchFileSnapshot(`golden/scaffold-${name}/${file}`);
  });
});

test("every file names its schema in its first line and is one document without warnings", () => {
  for (const draft of [empty, full]) {
    for (const file of files) {
      const text = scaffold(file, draft);
      expect(text.split("\n")[0]).toBe(
        `# yaml-language-server: $schema=.schemas/${file.replace(".yaml", "")}.schema.json`,
      );
      const documents = parseAllDocuments(text, { version: "1.2", schema: "core", strict: true });
      expect(
        Array.isArray(documents) && documents.flatMap((document) => [...document.errors, ...document.warnings]),
      ).toEqual([]);
    }
  }
});

test("what is known is written, and what is not is TBD", () => {
  const charter = parse(scaffold("poc.yaml", full)) as Record<string, unknown>;
  expect(charter).toMatchObject({
    version: 1,
    title: full.title,
    timebox: { start: "2026-11-23", working_days: 10 },
    spend_cap: "2000 EUR",
    triage: full.triage,
  });
  expect(parse(scaffold("evals.yaml", full))).toMatchObject([
    { id: "wrong-rate", baseline: "41/200", target: "reduction >= 40%", min_n: 175, primary: true },
  ]);
  expect(parse(scaffold("kill-criteria.yaml", full))).toEqual([
    { id: full.kill!.id, statement: full.kill!.statement, ask: full.kill!.ask, by: "2026-11-27" },
  ]);
  expect(parse(scaffold("costs.yaml", full))).toMatchObject({
    currency: "EUR",
    exchange: {},
    hourly_rates: { default: "TBD" },
  });
  expect(parse(scaffold("poc.yaml", empty))).toMatchObject({
    question: "TBD",
    unknowns: [{ question: "TBD", answered_by: ["TBD"] }],
    owner: "TBD",
    spend_cap: "TBD",
    mvp: { budget: "TBD", production_stack: ["TBD"] },
  });
  expect((parse(scaffold("risks.yaml", empty)) as { cause: string }[]).map((risk) => risk.cause)).toEqual(
    Object.keys(CAUSES_OF_DEATH),
  );
});

test.each(HOSTILE_TEXTS.filter((text) => text.trim() !== "").map((text) => [text.slice(0, 40), text]))(
  "text survives: %j",
  (_, text) => {
    const unknown = { question: text, answeredBy: [text, text] };
    const charter = parse(scaffold("poc.yaml", { ...full, title: text, unknowns: [unknown], owner: text })) as Record<
      string,
      unknown
    >;
    const written = { question: text, answered_by: [text, text] };
    expect(charter).toMatchObject({ title: text, unknowns: [written], owner: text, version: 1 });
  },
);

describe("a YAML scalar", () => {
  test.each([
    ["Ana Ruiz <ana@example.com>", "Ana Ruiz <ana@example.com>"],
    ["reduction >= 40%", "reduction >= 40%"],
    ["41/200", "41/200"],
    ["20%", "20%"],
    ["2026-11-23", "2026-11-23"],
    ["yes", '"yes"'],
    ["Null", '"Null"'],
    ["12", '"12"'],
    ["1e3", '"1e3"'],
    ["e1", '"e1"'],
    ["0x1F", '"0x1F"'],
    ["12:30:45", '"12:30:45"'],
    ["a: b", '"a: b"'],
    ["a #b", '"a #b"'],
    ["- a", '"- a"'],
    ["", '""'],
    ["a\nb", '"a\\nb"'],
    ["\u202e", '"\\u202e"'],
  ])("%j is written %s", (text, written) => {
    expect(yamlScalar(text)).toBe(written);
  });

  test("reads back as the text it was, in YAML old and new", () => {
    const texts = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: fc.constantFrom(..."ab1.:-#?[]{}&*!|>'\"%@, \n\t~yesnofTBD=eE+_xo") }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        for (const version of ["1.1", "1.2"] as const) {
          expect(
            parse(`a: ${yamlScalar(text)}\nb: 1\n`, { version, schema: version === "1.1" ? "yaml-1.1" : "core" }),
          ).toEqual({ a: version === "1.1" && /^\d{4}-\d\d-\d\d$/.test(text) ? expect.anything() : text, b: 1 });
        }
      }),
      { numRuns: runs(1000) },
    );
  });
});

describe("the reader of records", () => {
  const utc: Zone = { name: "Europe/Berlin", offsetAt: () => 60 };
  const read = (draft: ScaffoldDraft) =>
    fullRecords(
      {
        files: files.map((name) => ({ name, bytes: new TextEncoder().encode(scaffold(name, draft)) })),
        zoneOf: () => utc,
        memos: [],
      },
      fullReader,
    );

  test.each([
    ["empty", empty],
    ["full", full],
  ] as const)("finds no fault with a scaffold that is %s, only placeholders", (_, draft) => {
    const { diagnostics, records } = read(draft);
    expect(diagnostics.map(({ message, place }) => `${place.file} ${place.path.join(".")}: ${message}`)).toEqual([]);
    expect(records.unreadable).toEqual([]);
    expect(records.placeholders.length).toBeGreaterThan(0);
  });

  test("reads what was given", () => {
    const { definitions } = read(full).records;
    expect(definitions.charter).toMatchObject({
      title: full.title,
      owner: { name: "Ana Ruiz" },
      timebox: { workingDays: 10 },
      productionStack: ["python 3.12", "kubernetes"],
      triage: full.triage,
    });
    expect(definitions.evals).toMatchObject([{ id: "wrong-rate", minN: 175 }]);
    expect(definitions.killCriteria).toMatchObject([{ id: "no-residency", by: "2026-11-27" }]);
    expect(definitions.risks).toHaveLength(7);
  });
});
