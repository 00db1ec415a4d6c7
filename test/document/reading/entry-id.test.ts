import { describe, expect, test } from "vitest";
import { entryId, entryIdentity, entryName, logFileKind } from "../../../src/document/reading/entry-id.ts";

const ENTRY = "2026-11-25-1620-reranker-on-k7f3q2m";

describe("names that synchronising tools and file managers give to a copy", () => {
  test.each([
    `${ENTRY} 2.yaml`,
    `${ENTRY} (1).yaml`,
    `${ENTRY} copy.yaml`,
    `${ENTRY} - Copy.yaml`,
    `${ENTRY} - Kopie (2).yaml`,
    `${ENTRY} (conflicted copy).yaml`,
    `${ENTRY} (Ana's conflicted copy 2026-11-25).yaml`,
    `${ENTRY} (Case Conflict 1).yaml`,
    `${ENTRY} [conflict].yaml`,
    `${ENTRY}.sync-conflict-20261125-162000-ABCDEFG.yaml`,
    `${ENTRY}_conf(1).yaml`,
    `${ENTRY}-DESKTOP-4F2A1.yaml`,
    `${ENTRY}~1.yml`,
    `2026-11-25-1620-k7f3q2m 2.yaml`,
  ])("%s has the id of the original", (name) => {
    expect([entryId(`log/${name}`), entryIdentity(name).isCopy]).toEqual(["k7f3q2m", true]);
  });

  test.each([
    ["monday (conflicted copy 2026-11-25).yaml", "monday"],
    ["monday.sync-conflict-20261125-162000-ABCDEFG.yaml", "monday"],
    ["monday - Copy.yaml", "monday"],
  ])("%s has the id of %s", (name, id) => {
    expect([entryId(`log/${name}`), entryIdentity(name).isCopy]).toEqual([id, true]);
  });

  test.each([
    [`${ENTRY}.yaml`, "k7f3q2m"],
    [`${ENTRY}.YAML`, "k7f3q2m"],
    ["2026-11-25-1620-k7f3q2m-and-more-abcdefg.yaml", "abcdefg"],
    ["monday 2.yaml", "monday-2"],
    ["lessons (copying the index).yaml", "lessons-copying-the-index"],
  ])("%s is no copy", (name, id) => {
    expect([entryId(`log/${name}`), entryIdentity(name).isCopy]).toEqual([id, false]);
  });
});

test.each([
  [`${ENTRY}.yaml`, "entry"],
  [`${ENTRY}.yml`, "entry"],
  [`${ENTRY}.YAML`, "entry"],
  [`${ENTRY} 2.yaml`, "entry"],
  [`${ENTRY}.yaml.txt`, "misnamed"],
  [`${ENTRY}.yaml.bak`, "misnamed"],
  [`${ENTRY}.yaml~`, "misnamed"],
  [`#${ENTRY}.yaml#`, "misnamed"],
  [`.${ENTRY}.yaml`, "misnamed"],
  [`${ENTRY}.yaml (2)`, "misnamed"],
  ["README.md", "other"],
  [`${ENTRY}.txt`, "misnamed"],
  [ENTRY, "misnamed"],
  ["notes.txt", "other"],
  [".DS_Store", "system"],
  [".gitkeep", "system"],
  ["._monday.yaml", "system"],
  [".#monday.yaml", "system"],
  [`.${ENTRY}.yaml.swp`, "system"],
  ["Thumbs.db", "system"],
])("%s in log/: %s", (name, kind) => {
  expect(logFileKind(`log/${name}`)).toBe(kind);
});

test("a misnamed entry is told its name", () => {
  expect([`log/${ENTRY}.yaml.txt`, `log/old/.${ENTRY}.yml`, `log/#${ENTRY}.YAML#`].map(entryName)).toEqual([
    `${ENTRY}.yaml`,
    `${ENTRY}.yaml`,
    `${ENTRY}.yaml`,
  ]);
});
