import { expect, test } from "vitest";
import { isReason } from "../../../src/app/agreement/reasons.ts";

test.each<[text: string, is: boolean]>([
  ["", false],
  ["x", false],
  ["ok", false],
  ["a1", false],
  ["...", false],
  ["👍👍👍", false],
  ["why", false],
  ["Why?", false],
  ["LINK", false],
  ["<reason>", false],
  ['"the reason"', false],
  ["TBD", false],
  ["what could happen", false],
  ["why not: the vendor left", true],
  ["typo", true],
  ["SEC-118", true],
  ["延期", true],
  ["ошибка", true],
])("%j", (text, is) => {
  expect(isReason(text)).toBe(is);
});
