import { expect, test } from "vitest";
import { ImportProblems } from "../../../src/app/import/import-problems.ts";
import { onlyLabels, onlyRows } from "../../../src/app/import/only-rows.ts";

const ROWS = [
  { id: "a", labels: { project: "rag", tag: ["poc", "branch:reranker"] } },
  { id: "b", labels: { project: "web", tag: ["branch=main"] } },
  { id: "c", labels: { project: "rag", path: "-home-ana-rag-poc" } },
  { id: "d", labels: { path: "-home-ana-rag-poc-evals" } },
  { id: "e", labels: { path: "/home/ana/rag-poc2" } },
];

function picked(...texts: readonly string[]): readonly string[] {
  const problems = new ImportProblems();
  const rows = onlyRows("x.json", ROWS, onlyLabels(texts, problems), problems);
  problems.throwIfAny();
  return rows.map(({ id }) => id);
}

test.each<[readonly string[], readonly string[]]>([
  [[], ["a", "b", "c", "d", "e"]],
  [["project=rag"], ["a", "c"]],
  [
    ["project=rag", "project=web"],
    ["a", "b", "c"],
  ],
  [["project=rag", "tag=poc"], ["a"]],
  [["branch=reranker"], ["a"]],
  [["branch=main"], ["b"]],
  [
    ["branch=reranker", "branch=main"],
    ["a", "b"],
  ],
  [["path=/home/ana/rag-poc"], ["c", "d"]],
  [["path=/home/ana/rag-poc/"], ["c", "d"]],
  [["path=/home/ana"], ["c", "d", "e"]],
  [["path=/home/ana/rag-poc2"], ["e"]],
  [["path=/home/ben"], []],
])("%j picks %j", (texts, ids) => {
  expect(picked(...texts)).toEqual(ids);
});

test.each([["projekt=rag"], ["branch="], ["=rag"], ["rag"]])("%s is a slip", (text) => {
  expect(() => picked(text)).toThrow();
});
