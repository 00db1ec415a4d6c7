import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exitCodeOf } from "../../../src/app/poc/exit-code.ts";
import { CATALOGUE, isCode } from "../../../src/diagnostics/catalogue.ts";
import { diagnosticSummary, diagnosticText } from "../../../src/output/diagnostics/diagnostic-text.ts";
import { diagnosticsJson } from "../../../src/output/json/diagnostics-json.ts";
import { explainText } from "../../../src/output/diagnostics/explain-text.ts";
import { displayWidth } from "../../../src/output/terminal/display-width.ts";
import type { Safe } from "../../../src/output/terminal/safe.ts";
import { plainStyle } from "../../../src/output/terminal/style.ts";
import { diagnostic } from "../sample-reports.ts";

const style = plainStyle({ columns: 60, unicode: true });
const excerpt = (source: string, columns = 60) =>
  diagnosticText(diagnostic("invalid-value", "poc.yaml", 7, source, "no"), plainStyle({ columns, unicode: true }))
    .split("\n")
    .slice(1, 3);

describe("the first line", () => {
  test("is stable, whole and greppable, whatever the width", () => {
    const text = diagnosticText(
      diagnostic(
        "invalid-value",
        "poc.yaml",
        7,
        "title: «x»",
        "a very long message that goes on and on beyond any width of a terminal",
      ),
      style,
      { prefix: "pocs/a/" },
    );
    expect(text.split("\n")[0]).toBe(
      "pocs/a/poc.yaml:7:8: error[invalid-value]: a very long message that goes on and on beyond any width of a terminal",
    );
  });
});

describe("carets", () => {
  test.each([
    ["title: «12,40»", ["7 | title: 12,40", "  |        ^^^^^"]],
    ["漢字: «値»!", ["7 | 漢字: 値!", "  |       ^^"]],
    ["\ta: «b»", ["7 |     a: b", "  |        ^"]],
    ["a: «\x1bx»", ["7 | a: \\x1bx", "  |    ^^^^^"]],
    ["a: e\u0301«b»", ["7 | a: e\u0301b", "  |     ^"]],
    ["a: 👩\u200d👧«b»", ["7 | a: 👩\u200d👧b", "  |      ^"]],
    ["a:«»", ["7 | a:", "  |   ^"]],
  ])("stand under the span of %j", (source, lines) => {
    expect(excerpt(source)).toEqual(lines);
  });

  test("a long line is cut around the span", () => {
    const [source, carets] = excerpt(`${"x".repeat(500)}«here»${"y".repeat(500)}`);
    expect(source).toMatch(/^7 \| …x+herey+…$/);
    expect(source!.indexOf("here")).toBe(carets!.indexOf("^"));
    expect(carets).toMatch(/\^{4}$/);
  });

  test("an empty line shows nothing", () => {
    expect(diagnosticText(diagnostic("invalid-value", "poc.yaml", 7, "«»", "no"), style)).toBe(
      "poc.yaml:7:1: error[invalid-value]: no\n",
    );
  });

  test("never leave the terminal, and are under the first character of the span", () => {
    const part = fc.string({
      unit: fc.constantFrom("a", "漢", "\t", "e\u0301", "👍", " ", "\x1b", "\u202e", "é"),
      maxLength: 200,
    });
    fc.assert(
      fc.property(part, part, part, fc.integer({ min: 40, max: 120 }), (before, span, after, columns) => {
        const [source, carets] = excerpt(`${before}«${span}»${after}`, columns);
        if (carets === undefined || carets === "") return;
        expect(displayWidth(source as Safe)).toBeLessThanOrEqual(columns);
        expect(displayWidth(carets as Safe)).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

test("related places and the hint follow", () => {
  const related = {
    file: "evals.yaml",
    span: { line: 2, column: 3, endLine: 2, endColumn: 5 },
    source: "  id: x",
    label: "frozen here",
  };
  expect(
    diagnosticText(
      diagnostic("terms-drift", "poc.yaml", 7, "a: «b»", "moved", { relatedLocations: [related], hint: "poc amend" }),
      style,
    ),
  ).toBe(
    [
      "poc.yaml:7:4: error[terms-drift]: moved",
      "7 | a: b",
      "  |    ^",
      "evals.yaml:2:3: frozen here",
      "2 |   id: x",
      "  |   ^^",
      "hint: poc amend",
      "",
    ].join("\n"),
  );
});

test("the summary counts by severity", () => {
  const found = (["invalid-value", "log-silent", "invalid-value", "terms-amended-late"] as const).map((code) =>
    diagnostic(code, "poc.yaml", 1, "«a»", ""),
  );
  expect(diagnosticSummary(found, style)).toBe("2 errors, 1 warning, 1 note");
  expect(diagnosticSummary([], style)).toBe("nothing wrong");
});

test("JSON takes severity and kind from the catalogue", () => {
  expect(diagnosticsJson([diagnostic("log-silent", "poc.yaml", 3, "a: «b»", "quiet")])[0]).toMatchObject({
    code: "log-silent",
    severity: "warning",
    kind: "due",
    file: "poc.yaml",
    line: 3,
    column: 4,
    end_column: 5,
    hint: null,
    related: [],
  });
});

test("explain names the exit code that the command really has", () => {
  for (const code of Object.keys(CATALOGUE).filter(isCode)) {
    const exit = exitCodeOf([diagnostic(code, "poc.yaml", 1, "«a»", "")], "note");
    expect(explainText(code, plainStyle({ columns: 120, unicode: true }))).toContain(`exit code ${exit}`);
  }
});
