import { expect, test } from "vitest";
import { stack } from "../../../src/checks/charter/stack.ts";
import { checked, type Row } from "../../support/checked.ts";
import { valueAt } from "../../../src/diagnostics/place.ts";
import { withCharter } from "../../support/records.ts";

test.each<Row>([
  ["part of the production stack", {}, "2026-11-20", []],
  [
    "another part",
    { definitions: withCharter({ pocStack: ["python 3.12", "streamlit"] }) },
    "2026-11-20",
    ["stack-differs poc.yaml poc_stack[1]"],
  ],
  [
    "another version",
    { definitions: withCharter({ pocStack: ["python 3.11"] }) },
    "2026-11-20",
    ["stack-differs poc.yaml poc_stack[0]"],
  ],
  [
    "neither stack",
    { definitions: withCharter({ pocStack: [], productionStack: [] }) },
    "2026-11-20",
    ["stack-missing poc.yaml poc_stack", "stack-missing poc.yaml mvp.production_stack"],
  ],
  [
    "a stack that could not be read",
    { definitions: withCharter({ pocStack: [] }), unreadable: [valueAt("poc.yaml", "poc_stack", 0)] },
    "2026-11-20",
    [],
  ],
])("%s", (_, poc, day, expected) => {
  expect(checked(stack, poc, day)).toEqual(expected);
});
