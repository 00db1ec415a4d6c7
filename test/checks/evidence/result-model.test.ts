import { describe, expect, test } from "vitest";
import { resultModel } from "../../../src/checks/evidence/result-model.ts";
import { isFloatingModel } from "../../../src/domain/evidence/model-names.ts";
import { checked, type Row } from "../../support/checked.ts";
import { entry, result, start } from "../../support/records.ts";

const run = (day: string, model: string | undefined, arm = "") =>
  entry(day, { results: [result("wrong-rate", "22/200", { arm, ...(model === undefined ? {} : { model }) })] });

test.each<Row>([
  ["with its version", { log: [start(), run("2026-11-24", "gpt-4.1-2025-04-14")] }, "2026-11-25", []],
  ["no model anywhere is no model missing", { log: [start(), run("2026-11-24", undefined)] }, "2026-11-25", []],
  [
    "one without, where others have one",
    { log: [start(), run("2026-11-24", "gpt-4.1-2025-04-14"), run("2026-11-25", undefined)] },
    "2026-11-26",
    ["result-model-missing log/112512x.yaml results[0]"],
  ],
  [
    "a floating name, said once",
    { log: [start(), run("2026-11-24", "gpt-latest"), run("2026-11-25", "gpt-latest")] },
    "2026-11-26",
    ["result-model-floating log/112412x.yaml results[0].model"],
  ],
  [
    "three models under one arm",
    {
      log: [
        start(),
        run("2026-11-24", "a-2025-01-01", "x"),
        run("2026-11-25", "b-2025-01-01", "x"),
        run("2026-11-26", "c-2025-01-01", "x"),
      ],
    },
    "2026-11-27",
    ["arm-models-mixed log/112612x.yaml results[0]"],
  ],
  [
    "two are not mixed",
    { log: [start(), run("2026-11-24", "a-2025-01-01", "x"), run("2026-11-25", "b-2025-01-01", "x")] },
    "2026-11-26",
    [],
  ],
])("%s", (_name, poc, day, expected) => {
  expect(checked(resultModel, poc, day)).toEqual(expected);
});

describe("names that float", () => {
  test.each([
    "gpt-latest",
    "gpt-4o",
    "gpt-4.1",
    "chatgpt-4o-latest",
    "claude-sonnet-4",
    "gemini-2.5-pro",
    "mistral-large-latest",
    "openai/gpt-4o",
    "o3",
    "llama:latest",
    "default",
  ])("%s floats", (name) => expect(isFloatingModel(name)).toBe(true));

  test.each([
    "gpt-4o-2024-08-06",
    "gpt-4.1-2025-04-14",
    "gpt-4-0613",
    "claude-3-5-sonnet-20241022",
    "gemini-1.5-pro-002",
    "mistral-large-2407",
    "llama-3.1-8b-instruct",
    "our-classifier@3f2a1bc",
    "text-embedding-3-large",
  ])("%s stays", (name) => expect(isFloatingModel(name)).toBe(false));
});
