import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { COMMANDS } from "../../../src/cli/command-table.ts";
import { packageRoot } from "../../../src/platform/assets.ts";
import { envelopeJson } from "../../../src/output/json/envelope-json.ts";
import { entryJson } from "../../../src/output/json/entry-json.ts";
import { standingJson } from "../../../src/output/json/standing-json.ts";
import { valueJson } from "../../../src/output/json/value-json.ts";
import { committedFiles, onDisk } from "../../examples/committed.ts";
import { corpusCase, corpusNames } from "../../support/corpus.ts";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** What the commands really print is what their committed schemas say. */

const SCHEMAS = join(packageRoot(), "schemas/output");

const validators = compiled();

function compiled(): ReadonlyMap<string, ValidateFunction> {
  const ajv = new Ajv2020({ allowUnionTypes: true, allErrors: true });
  return new Map(
    readdirSync(SCHEMAS).map((file) => [
      file.replace(/\.schema\.json$/, ""),
      ajv.compile(JSON.parse(readFileSync(join(SCHEMAS, file), "utf8")) as object),
    ]),
  );
}

/** What is wrong with an output; empty where it is what the schema of its command says. */
function faultsOf(text: string): readonly string[] {
  const output = JSON.parse(text) as { readonly command: string };
  const validate = validators.get(output.command.replace(/[^a-z]+/g, "-"));
  if (validate === undefined) return [`there is no schema of ${output.command}`];
  validate(output);
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${output.command}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

/** The outputs within a golden file: everything from a line `{` to a line `}`. */
function outputsIn(path: string): readonly string[] {
  return readFileSync(path, "utf8").match(/^\{\n[^]*?^\}$/gm) ?? [];
}

const GOLDEN = ["test/journeys/sessions", "test/output/golden"].flatMap((folder) =>
  readdirSync(join(packageRoot(), folder))
    // SARIF has a schema of its own: test/output/diagnostics.
    .filter((name) => !name.includes("-sarif-"))
    .map((name) => join(folder, name))
    .filter((file) => outputsIn(join(packageRoot(), file)).length > 0),
);

test.each(GOLDEN)("%s", (file) => {
  expect(outputsIn(join(packageRoot(), file)).flatMap(faultsOf)).toEqual([]);
});

const ASKED = [
  "status",
  "check",
  "show",
  "plan",
  "plan --confidence 90%",
  "value",
  "value --set users=5",
  "next",
  "replay",
  "gate",
  "checklist",
  "checklist exit",
  "memo",
  "memo business-case",
  "memo proof-of-value",
  "memo mvp-readiness",
  "memo pilot-report",
  "memo scale-plan",
  "memo --list",
  "template list",
  "template show decision",
  "template copy decision",
  "template helpers",
  "template view decision",
  "log note",
];

const EXAMPLES = [
  ["retrieval-poc", "2026-11-24T10:00:00+01:00"],
  ["retrieval-poc", "2027-02-01T10:00:00+01:00"],
  ["startup-poc", "2026-12-01T10:00:00+01:00"],
] as const;

describe.each(EXAMPLES)("%s at %s", (example, now) => {
  test.each(ASKED)("poc %s --format json", async (line) => {
    const disk = onDisk(committedFiles(example), POC);
    const { stdout, stderr } = await run([...line.split(" "), "--format", "json"], world({ disk, now }));
    expect(stdout === "" ? stderr : faultsOf(stdout)).toEqual([]);
  });
});

test("poc start, poc amend and poc decide, done and refused", async () => {
  const disk = diskWithPoc();
  const asked = async (args: readonly string[], now: string) => {
    const { stdout, stderr, exitCode } = await run([...args, "--json"], world({ disk, now }));
    expect(stdout === "" ? stderr : faultsOf(stdout)).toEqual([]);
    return exitCode;
  };
  const amend = ["amend", "--reason", "Late", "--approver", "Marta Weiss", "--extend", "3"];
  expect(await asked(["start"], "2026-11-23T09:00:00+01:00")).toBe(0);
  expect(await asked(amend, "2026-11-25T09:00:00+01:00")).toBe(0);
  const decide = ["decide", "no-go", "--why", "It is too dear", "--override", "It is clear"];
  expect(await asked(decide, "2026-11-26T09:00:00+01:00")).toBe(0);
  const empty = diskWithPoc({ "kill-criteria.yaml": "[]\n" });
  const { stdout, exitCode } = await run(["start", "--json"], world({ disk: empty, now: "2026-11-23T09:00:00+01:00" }));
  expect([faultsOf(stdout), exitCode > 0]).toEqual([[], true]);
});

test("poc undo", async () => {
  const here = world({ disk: diskWithPoc() });
  await run(["log", "x"], here);
  const { stdout, stderr } = await run(["undo", "--yes", "--json"], here);
  expect(stdout === "" ? stderr : faultsOf(stdout)).toEqual([]);
});

test("poc gate pass and poc gate waive, done and refused", async () => {
  const steps = [
    ["gate", "pass", "--waive", "one-pager", "--reason", "Legal holds it", "--until", "2026-11-30"],
    ["gate", "waive", "value-hypothesis.one-pager", "--reason", "Legal is away", "--until", "2026-12-11"],
    ["gate", "pass"],
  ];
  const here = world({ disk: diskWithPoc(), now: "2026-11-20T09:00:00+01:00" });
  for (const step of steps) {
    const { stdout, stderr } = await run([...step, "--approver", "Marta Weiss", "--format", "json"], here);
    expect(stdout === "" ? stderr : faultsOf(stdout)).toEqual([]);
  }
});

const CORPUS = (["ok", "bad"] as const).flatMap((corpus) => corpusNames(corpus).map((name) => [corpus, name] as const));

test.each(CORPUS)("the folder %s/%s of the corpus", (corpus, name) => {
  const { standing, diagnostics } = corpusCase(corpus, name);
  const report = { standing, diagnostics, ofRecords: [], folder: "/work/poc" };
  const outputs = [
    envelopeJson("status", report, standingJson(standing), "/work"),
    envelopeJson("value", report, valueJson({ standing, value: standing.value, changes: [] }), "/work"),
    envelopeJson("show", report, { entries: standing.log.counted.map((entry) => entryJson(entry, standing)) }, "/work"),
  ];
  expect(outputs.flatMap(faultsOf)).toEqual([]);
});

test("every command that prints JSON has a schema", () => {
  const printing = COMMANDS.filter(({ flags }) => flags["format"]?.words?.includes("json"));
  const without = printing.filter(({ name }) => ![...validators.keys()].some((key) => key.split("-")[0] === name));
  expect(without.map(({ name }) => name)).toEqual([]);
});
