import { expect, test } from "vitest";
import { UsageFault } from "../../src/app/ports/faults.ts";
import { formOfName } from "../../src/cli/form-of-name.ts";

test.each([
  ["md", undefined, "md"],
  ["md", "-", "md"],
  ["md", "memo.md", "md"],
  ["md", "memos/Memo.PDF", "pdf"],
  ["md", "memo.htm", "html"],
  ["human", "list.html", "html"],
  ["pdf", "memo.pdf", "pdf"],
  ["pdf", "memo", "pdf"],
])("%s into %s is %s", (format, out, form) => {
  expect(formOfName(format, out)).toBe(form);
});

test("a name and a format that contradict each other are refused", () => {
  expect(() => formOfName("html", "memo.pdf")).toThrow(UsageFault);
});
