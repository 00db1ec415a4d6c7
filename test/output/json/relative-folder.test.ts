import { expect, test } from "vitest";
import { relativeFolder } from "../../../src/output/json/relative-folder.ts";

test.each([
  ["/work/poc", "/work/poc", "."],
  ["/work", "/work/poc", "poc"],
  ["/work/poc/runs/day", "/work/poc", "../.."],
  ["/work/team", "/work/poc", "../poc"],
  ["/work/po", "/work/poc", "../poc"],
  ["/", "/work/poc", "work/poc"],
  ["/work/poc", "/", "../.."],
  ["C:\\work", "C:\\work\\poc", "poc"],
  ["C:\\work", "D:\\poc", "D:\\poc"],
])("from %s the folder %s is %s", (from, folder, expected) => {
  expect(relativeFolder(from, folder)).toBe(expected);
});
