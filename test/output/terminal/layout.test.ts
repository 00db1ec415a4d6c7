import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checklistText } from "../../../src/output/views/checklist-text.ts";
import { displayWidth } from "../../../src/output/terminal/display-width.ts";
import { codesText } from "../../../src/output/diagnostics/explain-text.ts";
import { logAnswer } from "../../../src/output/answers/log-answer.ts";
import { showText } from "../../../src/output/views/show-text.ts";
import { statusShort } from "../../../src/output/views/status-short.ts";
import { checkText } from "../../../src/output/diagnostics/check-text.ts";
import { statusText } from "../../../src/output/views/status-text.ts";
import { plainStyle, type Style } from "../../../src/output/terminal/style.ts";
import type { Safe } from "../../../src/output/terminal/safe.ts";
import { UNICODE_SIGNS } from "../../../src/output/terminal/signs.ts";
import { withTexts } from "../hostile-texts.ts";
import { SAMPLE_REPORTS } from "../sample-reports.ts";
import { bar } from "../../../src/output/views/status-limits.ts";
import { runs } from "../../support/properties.ts";

const COLUMNS = [40, 60, 80, 120];

function expectNarrow(text: string, style: Style): void {
  for (const row of text.replace(/[\u2068\u2069]/g, "").split("\n"))
    expect(displayWidth(row as Safe), row).toBeLessThanOrEqual(style.columns);
}

/** The place of a problem is clicked, so it is never broken. */
const UNBROKEN = /^.*:\d+:\d+:(?: .*:)?$/gm;

const someText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({
    unit: fc.constantFrom("漢", "字", "한", "é", "e\u0301", "👩‍👩‍👧", "🇩🇪", "a", " ", "-", "\t", "❤️", "ש", "م"),
    maxLength: 200,
  }),
  fc.string({ minLength: 64, maxLength: 64, unit: fc.constantFrom("a", "-", "9") }),
);

describe("no line is wider than the terminal", () => {
  test.each(Object.keys(SAMPLE_REPORTS))("%s, whatever people wrote", (name) => {
    const report = SAMPLE_REPORTS[name as keyof typeof SAMPLE_REPORTS];
    fc.assert(
      fc.property(someText, fc.constantFrom(...COLUMNS), fc.boolean(), (written, columns, unicode) => {
        const style = plainStyle({ columns, unicode });
        const changed = withTexts(report, (text) => written + text.slice(0, 12));
        const { standing } = changed;
        expectNarrow(statusText(changed, style), style);
        expectNarrow(checklistText(standing.exitCriteria, style), style);
        expectNarrow(showText({ standing, entries: standing.log.counted, single: false }, style), style);
        expectNarrow(statusShort(changed, style), style);
        const found = checkText(changed, { ...style, terminal: true }, { prefix: "" });
        expectNarrow(found.replace(UNBROKEN, ""), style);
        const last = standing.log.counted.at(-1);
        if (last !== undefined) {
          const answer = logAnswer({ standing, before: report.standing, entry: last }, style);
          expectNarrow(answer, style);
          expect(answer.match(/^\S/gm)!.length).toBeLessThanOrEqual(4);
        }
      }),
      { numRuns: runs(40) },
    );
  });

  test("the list of codes", () => {
    for (const columns of COLUMNS)
      expectNarrow(codesText(plainStyle({ columns, unicode: true })), plainStyle({ columns, unicode: true }));
  });
});

describe("a bar", () => {
  test.each([
    [0, "░░░░░░░░░░"],
    [0.001, "█░░░░░░░░░"],
    [0.5, "█████░░░░░"],
    [0.999, "█████████░"],
    [1, "██████████"],
    [1.4, "██████████"],
    [-0.2, "░░░░░░░░░░"],
    [NaN, "░░░░░░░░░░"],
  ])("of %f is neither emptier nor fuller than it is", (share, drawn) => {
    expect(bar(share, 10, UNICODE_SIGNS)).toBe(drawn);
  });
});
