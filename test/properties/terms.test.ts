import * as fc from "fast-check";
import { expect, it } from "vitest";
import { parseCondition } from "../../src/domain/scalars/condition.ts";
import { civilDate, type Weekday } from "../../src/domain/scalars/calendar.ts";
import type { Judge } from "../../src/domain/records/evals/judge.ts";
import { parseTarget } from "../../src/domain/scalars/target.ts";
import { MEASURE_NAMES, parseBaseline, type Eval } from "../../src/domain/records/eval.ts";
import type { KillCriterion } from "../../src/domain/records/kill-criterion.ts";
import type { Definitions } from "../../src/domain/records/records.ts";
import { agreedDefinitions, driftBetween, termsOf } from "../../src/domain/records/terms.ts";
import { withoutUndefined } from "../../src/document/schema/without-undefined.ts";
import { CHARTER, money, must, number, SOUND } from "../support/records.ts";
import { id, saidText } from "./arbitrary-entry.ts";

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const said = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields).map((made) => withoutUndefined(made as T));
const figure = fc
  .tuple(fc.integer({ min: 1, max: 99_999 }), fc.constantFrom("", ".5", ".25"))
  .map(([whole, rest]) => `${whole}${rest}`);
const day = fc.integer({ min: 0, max: 40_000 }).map(civilDate);
const amount = figure.map((text) => money(`${text} EUR`));
const hash = fc.constantFrom("0f".repeat(32), "a1".repeat(32));

const item = said<Eval>({
  id,
  metric: maybe(saidText),
  measure: fc.constantFrom(...MEASURE_NAMES),
  better: fc.constantFrom("lower", "higher"),
  primary: fc.boolean(),
  percentile: maybe(fc.constantFrom(50, 95, 99.9)),
  baseline: maybe(
    fc
      .constantFrom("41/200", "20%", "3.5", "1.8 s", "0.09 EUR sd 0.02 n 50")
      .map((text) => must(parseBaseline(text)))
      .map((baseline) => (baseline.kind === "fixed" ? { ...baseline, source: "Audit" } : baseline)),
  ),
  target: maybe(
    fc
      .tuple(fc.constantFrom("value <= ", "value >= ", "value < ", "reduction >= ", "gain > "), figure)
      .map(([begin, text]) => must(parseTarget(`${begin}${text}%`))),
  ),
  expected: fc.constant(undefined),
  minN: maybe(fc.integer({ min: 1, max: 10_000_000 })),
  maxErrors: maybe(fc.constantFrom("0", "5", "12.5").map((text) => number(text))),
  dataset: maybe(said({ file: fc.constant("data/a.jsonl"), sha256: maybe(hash) })),
  itemsSource: maybe(saidText),
  judge: maybe(
    said<Judge>({
      who: fc.constantFrom("Two agents", "LLM: judge", "a (b)"),
      model: maybe(fc.constant("m")),
      blinded: maybe(fc.boolean()),
    } as {
      [K in keyof Judge]: fc.Arbitrary<Judge[K]>;
    }),
  ),
  why: maybe(fc.constantFrom("It costs half as much", "a: b")),
  tunedOnTheseItems: maybe(fc.boolean()),
} as { [K in keyof Eval]: fc.Arbitrary<Eval[K]> });

const criterion = said<KillCriterion>({
  id,
  statement: maybe(saidText),
  when: maybe(figure.map((text) => must(parseCondition(`wrong-rate > ${text}%`)))),
  // A criterion of which nothing was said is no criterion yet.
  ask: saidText,
  by: maybe(day),
} as { [K in keyof KillCriterion]: fc.Arbitrary<KillCriterion[K]> });

const byId = { selector: (one: { readonly id: string }) => one.id, maxLength: 4 };

const definitions = fc
  .record({
    timebox: fc.record({
      start: day,
      workingDays: fc.integer({ min: 1, max: 200 }),
      timezone: fc.constantFrom("Europe/Berlin", "UTC"),
      weekend: fc
        .uniqueArray(fc.constantFrom<Weekday>(1, 2, 3, 4, 5, 6, 7), { maxLength: 6 })
        .map((days) => days.sort((a, b) => a - b)),
      holidays: fc.uniqueArray(day, { maxLength: 3 }),
    }),
    caps: said({ spendCap: maybe(amount), hoursCap: maybe(figure.map(number)) }),
    confidence: fc.constantFrom(0.9, 0.95, 0.99),
    evals: fc.uniqueArray(item, byId),
    killCriteria: fc.uniqueArray(criterion, byId),
    thresholds: said({ paybackThreshold: maybe(figure.map(number)), impactThreshold: maybe(amount) }),
  })
  .map(({ timebox, caps, confidence, evals, killCriteria, thresholds }): Definitions => {
    const { spendCap: _, hoursCap: __, ...charter } = CHARTER;
    const { paybackThreshold: ___, impactThreshold: ____, ...inputs } = SOUND.value;
    return {
      ...SOUND,
      charter: { ...charter, ...caps, timebox, confidence },
      evals,
      killCriteria,
      value: { ...inputs, ...thresholds },
    };
  });

it("definitions that are judged by their own terms are the same definitions", () => {
  fc.assert(
    fc.property(definitions, (read) => {
      expect(agreedDefinitions(read, termsOf(read))).toEqual(read);
    }),
    { numRuns: 300 },
  );
});

it("whatever the files say later, the agreed terms stand", () => {
  fc.assert(
    fc.property(definitions, definitions, (agreed, edited) => {
      const frozen = termsOf(agreed);
      expect(driftBetween(frozen, termsOf(agreedDefinitions(edited, frozen)))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
