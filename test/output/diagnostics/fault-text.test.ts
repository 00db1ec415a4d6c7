import { expect, test } from "vitest";
import { UsageFault } from "../../../src/app/ports/faults.ts";
import { faultText } from "../../../src/output/diagnostics/fault-text.ts";
import { displayWidth } from "../../../src/output/terminal/display-width.ts";
import { safe } from "../../../src/output/terminal/safe.ts";

const FAULT = new UsageFault([
  {
    message:
      'unknown eval "wrong-rat", expected wrong-rate, latency or the one that 安全アシスタントの誤答率 stands for',
    hint: "did you mean wrong-rate? poc status lists the evals with their targets, and evals.yaml has all of them",
  },
  { message: "short", hint: "short too" },
]);

test.each([40, 60, 80, 120])("a fault keeps within a terminal of %i columns, and loses no word", (columns) => {
  const lines = faultText(FAULT, false, columns).trimEnd().split("\n");
  for (const line of lines) expect(displayWidth(safe(line))).toBeLessThanOrEqual(columns);
  const words = (text: string) => text.split(/\s+/).filter((word) => word !== "");
  expect(words(lines.join(" ")).join("")).toBe(words(faultText(FAULT, false)).join(""));
});

test("in a pipe each message is one line, for programs", () => {
  expect(faultText(FAULT, false).trimEnd().split("\n")).toHaveLength(4);
});
