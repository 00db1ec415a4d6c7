import { expect, test } from "vitest";
import { againstSection } from "../../../src/memo/page-one/against.ts";
import { amended, decided, entry, MARTA, result, SOUND, standing, start } from "../../support/records.ts";
import type { RiskLevel } from "../../../src/domain/records/risk.ts";

const committed = entry("2026-11-24 10:00", {
  by: MARTA,
  attest: [{ item: "exit.committed", evidence: "https://example.com/12" }],
});
const met = entry("2026-11-30", { results: [result("wrong-rate", "19/200")] });

const rated = (level: RiskLevel) => ({
  ...SOUND,
  assumptions: [],
  risks: SOUND.risks.map((risk) => (risk.id === "cost" ? { ...risk, level } : risk)),
});

test("high risks are in a list of their own, and are not nothing", () => {
  const definitions = rated("high");
  const judged = standing({ definitions, log: [start(definitions), met, decided("2026-12-04", "go")] }, "2026-12-04");
  const none = "Nothing in the records beside the open risks below.";
  expect(againstSection(judged, 30)).toMatchObject({ notes: [], none });
  expect(againstSection({ ...judged, risks: [] }, 30)).toMatchObject({ notes: [], none: "Nothing in the records." });
});

test("on whose word a go rests is said after the recommendation has turned, too", () => {
  const turned = entry("2026-12-07", { results: [result("wrong-rate", "120/200")] });
  const log = [start(), committed, met, decided("2026-12-04", "go", { by: MARTA })];
  const words = (poc: typeof log, day: string) =>
    againstSection(standing({ log: poc }, day), 30)
      .notes.map(({ text }) => text)
      .filter((text) => text.startsWith("Known only from"));
  expect(words(log, "2026-12-04")).toHaveLength(1);
  expect(words([...log, turned], "2026-12-07")).toEqual(words(log, "2026-12-04"));
});

test.each<[string, number, readonly string[]]>([
  ["could change the verdict", 20, ["broken"]],
  ["are few, and change nothing", 1, []],
])("cases that broke speak against a go where they %s", (_, errors, entries) => {
  const log = [
    start(),
    committed,
    entry("2026-11-30", { id: "broken", results: [result("wrong-rate", "19/200", { errors })] }),
  ];
  const { notes } = againstSection(standing({ log }, "2026-12-04"), 30);
  expect(notes.filter(({ text }) => text.includes("not counted")).flatMap((note) => note.entries)).toEqual(entries);
});

test.each<[string, string, string | undefined, string | undefined, number, boolean]>([
  ["a target", "evals.wrong-rate.target", "reduction >= 50%", "reduction >= 40%", 1, true],
  ["a lower confidence", "confidence", "95%", "90%", 1, true],
  ["a higher confidence", "confidence", "90%", "95%", 1, false],
  ["a lower confidence before any result", "confidence", "95%", "90%", 0, false],
  ["more cases that may break", "evals.wrong-rate.max_errors", undefined, "40", 1, true],
  ["fewer cases that may break", "evals.wrong-rate.max_errors", undefined, "5", 1, false],
  ["the size", "evals.wrong-rate.min_n", "250", "200", 1, true],
  ["the extension", "evals.wrong-rate.extended_n", undefined, "400", 1, true],
  ["a baseline", "evals.wrong-rate.baseline", "41/200", "60/200", 1, true],
  ["a source of cases", "evals.wrong-rate.items_source", "tickets of May", "tickets of June", 1, false],
])(
  "%s that was changed after results speaks against it, where it may make a verdict easier",
  (_, term, from, to, seen, told) => {
    const log = [
      start(),
      committed,
      met,
      amended(seen === 0 ? "2026-11-24 11:00" : "2026-12-01 10:00", term, from, to, seen),
    ];
    const { notes } = againstSection(standing({ log }, "2026-12-04"), 30);
    expect(notes.some(({ text }) => text.includes("after 1 result."))).toBe(told);
  },
);
