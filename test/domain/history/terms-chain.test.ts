import { expect, test } from "vitest";
import { termsChain, unfitTerms } from "../../../src/domain/history/terms-chain.ts";
import { canonicalTerms } from "../../../src/domain/history/terms-text.ts";
import type { Amendment } from "../../../src/domain/records/entry.ts";
import { entry, MARTA } from "../../support/records.ts";

const sha256 = (text: string) => `hash of ${text}`;
const TERM = "evals.right-answers.target";
const hashOf = (target: string) => sha256(canonicalTerms(new Map([[TERM, target]])));

const start = (target: string, kept: string | undefined) =>
  entry("2026-11-23 09:00", {
    id: "start00",
    start: { terms: new Map([[TERM, target]]), ...(kept === undefined ? {} : { sha256: hashOf(kept) }) },
  });

const amend = (id: string, to: string, kept: string) => {
  const amendment: Amendment = {
    changes: [{ term: TERM, to, resultsSeen: 0 }],
    reason: "agreed",
    approver: MARTA,
    fromSha256: hashOf(kept),
  };
  return { entry: entry("2026-11-24 09:00", { id, amend: amendment }), amendment, extends: false, contradictions: [] };
};

test.each([
  ["terms that were left alone", start("90%", "90%"), [], []],
  ["terms edited in the start entry", start("70%", "90%"), [], ["start00"]],
  ["a start of a version that kept no hash", start("70%", undefined), [], []],
  ["an amendment of the terms of the start", start("90%", "90%"), [amend("first00", "80%", "90%")], []],
  ["a start edited before an amendment", start("70%", "90%"), [amend("first00", "80%", "90%")], ["start00", "first00"]],
  [
    "an amendment edited before another",
    start("90%", "90%"),
    [amend("first00", "60%", "90%"), amend("second0", "75%", "80%")],
    ["second0"],
  ],
  [
    "amendments on two branches",
    start("90%", "90%"),
    [amend("first00", "80%", "90%"), amend("second0", "75%", "90%")],
    [],
  ],
] as const)("%s", (_, started, amendments, unfit) => {
  expect(unfitTerms(termsChain(started, amendments), sha256).map(({ id }) => id)).toEqual(unfit);
});
