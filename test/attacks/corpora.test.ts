// Texts that were made to break programs: a sample in every run, and whole corpora where a folder of them is named.
// `POC_CORPORA=DIR npm run test:attacks` takes .yaml files as records, .json and .jsonl files as values of an eval, and
// the lines of .txt files as notes: yaml-test-suite, JSONTestSuite, the Big List of Naughty Strings, lists of XSS strings.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import type { Disk } from "../support/memory-files.ts";
import { POC, run, world } from "../support/run.ts";

const SAMPLE = join(import.meta.dirname, "sample");
const FOLDERS = [SAMPLE, process.env["POC_CORPORA"] ?? ""].filter((folder) => folder !== "");
const NOW = "2026-11-24T12:00:00+01:00";
const MINUTES = 600_000;

interface Attack {
  readonly name: string;
  readonly text: string;
}

function attacks(ending: RegExp): readonly Attack[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => ending.test(name))
      .sort()
      .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") })),
  );
}

/** A command that ends in words: with one of its exit codes, and without a fault of its own. */
async function expectWords(words: readonly string[], disk: Disk, what: string): Promise<string> {
  const { exitCode, stdout, stderr } = await run(words, world({ disk, now: NOW }));
  expect([0, 1, 2, 3, 4], `${what}: ${stderr}`).toContain(exitCode);
  expect(stderr, what).not.toMatch(/should not have|\n\s+at /);
  expect(stdout + stderr, what).not.toMatch(UNSAFE);
  return stdout;
}

/**
 * Characters that a terminal would act on or hide, except the two marks with which the tool isolates Arabic and Hebrew.
 */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const UNSAFE = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067\ufeff]/;

const YAML = attacks(/\.ya?ml$/);
const JSON_FILES = attacks(/\.jsonl?$/);
const LINES = attacks(/\.txt$/).flatMap(({ name, text }) =>
  text.split("\n").flatMap((line) => (line.trim() === "" || line.length > 60_000 ? [] : [{ name, text: line }])),
);

test.each(["evals.yaml", "value.yaml", "log/2026-11-24-0900-attack-aaaaaa2.yaml"])(
  `${YAML.length} files as %s`,
  { timeout: MINUTES },
  async (place) => {
    for (const { name, text } of YAML) {
      const disk = diskWithPoc();
      disk.set(`${POC}/${place}`, text);
      await expectWords(["check"], disk, name);
    }
  },
);

test(`${JSON_FILES.length} files as values of an eval`, { timeout: MINUTES }, async () => {
  for (const { name, text } of JSON_FILES) {
    const disk = diskWithPoc();
    for (const file of ["values.jsonl", "values.csv"]) {
      disk.set(`${POC}/${file}`, text);
      await expectWords(["log", "--eval", `wrong-rate=@${file}`], disk, name);
    }
  }
});

describe(`${LINES.length} lines as notes`, () => {
  const batches = Array.from({ length: Math.ceil(LINES.length / 200) }, (_, k) => LINES.slice(200 * k, 200 * (k + 1)));
  test.each(batches.map((batch, k) => [k, batch] as const))("batch %i", { timeout: MINUTES }, async (_, batch) => {
    const disk = diskWithPoc();
    for (const [k, { text }] of batch.entries()) {
      const id = (k + 34_000_000).toString(32).padStart(7, "0");
      disk.set(
        `${POC}/log/2026-11-24-0900-n-${id}.yaml`,
        `at: "2026-11-24T09:00:00+01:00"\nby: "Ana Ruiz"\nnote: ${JSON.stringify(text)}\n`,
      );
    }
    const what = batch[0]?.name ?? "";
    for (const words of [["show"], ["show", "--format", "json"], ["check"], ["memo", "--out", "-"]])
      await expectWords(words, disk, what);
    const page = await expectWords(["memo", "--format", "html", "--out", "-"], disk, what);
    expect([...page.matchAll(/<\/?([a-zA-Z][\w-]*)/g)].filter(([, tag]) => !TAGS.has(tag!.toLowerCase()))).toEqual([]);
    expect(page).not.toMatch(/<[^>]*\s(?:on\w+|style|srcset)\s*=\s*["']?[^"'>]*(?:alert|script:)/i);
    expect(page).not.toMatch(/(?:href|src)="(?!https?:|mailto:|#|data:image\/)/);
  });
});

/** The elements that pages of the tool are made of. */
const TAGS = new Set(
  (
    "html head meta title style body a main article section footer header nav h1 h2 h3 h4 h5 h6 p ul ol li table thead " +
    "tbody tr th td strong em s del code pre blockquote br hr span div figure figcaption svg g path rect line circle " +
    "text tspan desc defs polyline polygon ellipse caption details summary input label colgroup col abbr small sup sub img"
  ).split(" "),
);
