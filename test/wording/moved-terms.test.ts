import { expect, test } from "vitest";
import { changesOf } from "../../src/domain/standing/first-terms.ts";
import { firstTargetClause } from "../../src/wording/moved-terms.ts";
import { amended, entry, result, standing, start } from "../support/records.ts";

const met = entry("2026-11-30", { results: [result("wrong-rate", "1/200")] });

/** Which term moved is said: a target that stands is not told as one that moved. */
test.each<[string, string, string, RegExp]>([
  [
    "evals.wrong-rate.target",
    "reduction >= 40%",
    "reduction >= 30%",
    /^agreed first: .*40%.*; changed after 1 result$/,
  ],
  ["evals.wrong-rate.min_n", "200", "150", /^on the terms agreed first: .*; least .* changed after 1 result$/],
  ["evals.wrong-rate.baseline", "60/200", "70/200", /^on the terms agreed first: .*; baseline changed after 1 result$/],
])("%s", (term, from, to, expected) => {
  const poc = standing({ log: [start(), met, amended("2026-12-01 10:00", term, from, to, 1)] }, "2026-12-02");
  const of = (items: typeof poc.evals) => items.find((item) => item.eval.id === "wrong-rate")!;
  const changes = changesOf("evals.wrong-rate", poc.amendments);
  expect(firstTargetClause(of(poc.first.evals), of(poc.evals), changes)).toMatch(expected);
});
