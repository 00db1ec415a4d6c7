import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PREPARED } from "../../../scripts/prepared-assets.ts";
import { openLibrary } from "../../../src/app/library/open-library.ts";
import type { Assets, Context } from "../../../src/app/ports/ports.ts";
import { CHART_NAMES } from "../../../src/memo/charts/chart.ts";
import { standingCharts } from "../../../src/memo/charts/standing-charts.ts";
import { fromPreparedForm } from "../../../src/memo/template/prepared-form.ts";
import { renderPrepared, type PreparedTemplates } from "../../../src/memo/template/prepared-templates.ts";
import { renderTemplate } from "../../../src/memo/template/render-template.ts";
import { spokenTexts } from "../../../src/memo/text/spoken-texts.ts";
import { shippedAssets } from "../../../src/platform/assets.ts";
import { corpusCase, corpusNames } from "../../support/corpus.ts";
import { memoryFiles, type Disk } from "../../support/memory-files.ts";
import { DOCUMENTS, viewOf } from "../../support/page-of.ts";
import { runs } from "../../support/properties.ts";
import { shippedPartials, shippedTemplate } from "../../memo/template/shipped.ts";

/** What the build has read of assets is what reading them gives: see list-reader.ts and prepared-templates.ts. */

const assets = shippedAssets();
const prepared: Assets = { ...assets, prepared: (what) => PREPARED[what](assets) };
const KEYS = ["gates", "checklists"].flatMap((folder) =>
  assets.files(`templates/${folder}`).map((base) => `${folder}/${base}`),
);

/** The lists of a PoC with these files in its own `templates/`. */
async function listsOf(own: Readonly<Record<string, string>>, given: Assets) {
  const disk: Disk = new Map(Object.entries(own).map(([key, text]) => [`/poc/templates/${key}`, text]));
  const files = memoryFiles(disk, "/poc");
  const context = { env: {}, files, assets: given } as unknown as Context;
  const { checklists, gates } = await openLibrary(context, files.folder("/poc"));
  return { names: checklists.names, files: checklists.files(), gates: gates() };
}

test("the tool that runs from its source has nothing prepared", () => {
  expect([assets.prepared("lists"), assets.prepared("templates")]).toEqual([undefined, undefined]);
});

describe("gates and checklists", () => {
  const textOf = (key: string) => assets.text(`templates/${key}`)!;

  test("those that ship have no fault, and are what the readers give", async () => {
    const read = await listsOf({}, assets);
    expect(read.gates.gates).toHaveLength(6);
    expect([...read.gates.faults, ...read.files.flatMap(({ diagnostics }) => diagnostics)]).toEqual([]);
    expect(await listsOf({}, prepared)).toStrictEqual(read);
  });

  test.each<[string, Readonly<Record<string, string>>]>([
    ["a gate as it ships", { [KEYS[0]!]: textOf(KEYS[0]!) }],
    ["the text of a gate under another name", { "gates/9-other.yaml": textOf(KEYS[0]!) }],
    ["the text of a gate under a number that is taken", { "gates/0-other.yaml": textOf(KEYS[0]!) }],
    ["the text of a checklist under another name", { "checklists/other.yaml": textOf("checklists/mvp.yaml") }],
    ["a checklist by the name of a gate", { "checklists/mvp-slice.yaml": textOf("checklists/mvp.yaml") }],
    ["a file that is no gate", { "gates/README.md": "# Ours\n" }],
    ["a checklist without items", { "checklists/mvp.yaml": "checklist: mvp\ntitle: MVP\nitems: []\n" }],
    ["text that is no YAML", { "checklists/mvp.yaml": "items: [\n", "gates/1-x.yaml": "{" }],
  ])("a PoC with files of its own: %s", async (_what, own) => {
    expect(await listsOf(own, prepared)).toStrictEqual(await listsOf(own, assets));
  });

  test("a file that was edited is read as it is", async () => {
    const edited = fc
      .tuple(fc.constantFrom(...KEYS), fc.nat(), fc.string({ maxLength: 3 }), fc.nat(3))
      .map(([key, at, put, gone]) => {
        const text = textOf(key);
        const from = at % (text.length + 1);
        return { [key]: text.slice(0, from) + put + text.slice(from + gone) };
      });
    await fc.assert(
      fc.asyncProperty(edited, async (own) => {
        expect(await listsOf(own, prepared)).toStrictEqual(await listsOf(own, assets));
      }),
      { numRuns: runs(20) },
    );
  });
});

describe("templates", () => {
  const templates = JSON.parse(prepared.prepared("templates")!) as PreparedTemplates;
  const partials = shippedPartials();
  const CASES = (["ok", "bad"] as const).flatMap((corpus) =>
    corpusNames(corpus).map((name) => [corpus, name] as const),
  );

  test("every document comes out the same, over the corpora", () => {
    let rendered = 0;
    for (const [at, [corpus, name]] of CASES.entries()) {
      const { standing } = corpusCase(corpus, name);
      const charts = standingCharts(standing, []);
      const said = new Map(CHART_NAMES.map((chart) => [chart, charts.get(chart)?.text ?? ""]));
      // Every other document of a case, in turns: each is made of half of the cases.
      for (const document of DOCUMENTS.filter((_, index) => (at + index) % 2 === 0)) {
        const view = viewOf(document, standing);
        const medium = at % 4 < 2 ? "text" : "page";
        const reading = { medium, charts: said, spoken: spokenTexts(standing) } as const;
        const template = shippedTemplate(document.template);
        const text = renderPrepared(templates, template, view, partials, reading);
        expect(renderTemplate(template, view, partials, reading), `${name} ${document.kind}`).toEqual({
          ok: true,
          text,
        });
        rendered++;
      }
    }
    expect(rendered).toBeGreaterThan(250);
  });

  const reading = { medium: "text", charts: new Map(), spoken: [] } as const;

  test.each([
    ["a template of a person", { name: "own.md.hbs", text: "{{title}}\n" }],
    ["a template of another format", { ...shippedTemplate("memo/decision.md.hbs"), name: "own.yaml.hbs" }],
    ["a view that lacks what a shipped template names", shippedTemplate("memo/decision.md.hbs")],
  ])("not rendered here: %s", (_what, template) => {
    expect(renderPrepared(templates, template, { title: "T" }, partials, reading)).toBeUndefined();
  });

  test("a prepared tree has the parts that a rendering looks at", () => {
    const [program] = Object.values(templates).map(fromPreparedForm);
    expect(new Set(program!.body.map(({ type }) => type))).toContain("ContentStatement");
  });
});
