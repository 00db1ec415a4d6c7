import { describe, expect, test } from "vitest";
import { plainStyle, styleOf } from "../../src/output/terminal/style.ts";
import { SAMPLE_REPORTS } from "./sample-reports.ts";
import { OTHER_VIEWS, viewsOf } from "./views.ts";

const golden = (name: string) => `golden/${name}.txt`;

describe("every view, as it is printed in 80 columns", () => {
  const views = Object.entries(SAMPLE_REPORTS).flatMap(([name, report]) => Object.entries(viewsOf(name, report)));
  test.each([...views, ...Object.entries(OTHER_VIEWS)])("%s", async (name, view) => {
    await expect(view(plainStyle({ columns: 80, unicode: true }))).toMatchFileSnapshot(golden(name));
  });
});

describe("status elsewhere", () => {
  test.each([60, 120])("in %i columns", async (columns) => {
    const { statusText } = await import("../../src/output/views/status-text.ts");
    await expect(statusText(SAMPLE_REPORTS.troubled, plainStyle({ columns, unicode: true }))).toMatchFileSnapshot(
      golden(`status-troubled-${columns}`),
    );
  });

  test("on a terminal that knows ASCII only", async () => {
    const { statusText } = await import("../../src/output/views/status-text.ts");
    const text = statusText(SAMPLE_REPORTS.running, plainStyle({ columns: 80, unicode: false }));
    expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    await expect(text).toMatchFileSnapshot(golden("status-running-ascii"));
  });

  test("in colour says the same words", async () => {
    const { statusText } = await import("../../src/output/views/status-text.ts");
    const style = await styleOf({ colour: 1, columns: 80, unicode: true });
    const text = statusText(SAMPLE_REPORTS.troubled, style);
    expect(text).toContain("\x1b[");
    // oxlint-disable-next-line no-control-regex -- the colours are what is looked at
    expect(text.replace(/\x1b\[[0-9;]*m/g, "")).toBe(
      statusText(SAMPLE_REPORTS.troubled, plainStyle({ columns: 80, unicode: true })),
    );
  });
});
