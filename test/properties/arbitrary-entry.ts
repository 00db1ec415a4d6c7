import * as fc from "fast-check";
import { civilDate } from "../../src/domain/scalars/calendar.ts";
import { SPEND_CATEGORIES } from "../../src/domain/records/costs.ts";
import { DECISION_OUTCOMES } from "../../src/domain/records/entry.ts";
import type { Result } from "../../src/domain/records/evals/result.ts";
import { RISK_LEVELS } from "../../src/domain/records/risk.ts";
import { MOST_TOKENS, type TokenUse } from "../../src/domain/records/tokens/tokens.ts";
import { withoutUndefined } from "../../src/document/schema/without-undefined.ts";
import type { NewEntry } from "../../src/document/schema/entry-schema.ts";
import { roundedMoney } from "../../src/domain/scalars/money.ts";

/** Any UTF-16 at all: controls, lone surrogates, non-characters, marks of direction. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }).map((units) => String.fromCharCode(...units)),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    "yes",
    "null",
    "~",
    "- a",
    "a: b",
    "# no",
    "{",
    "[",
    "'",
    '"',
    "\\",
    "*a",
    "&a",
    "!t",
    "%Y",
    "@",
    "`",
    "|",
    ">",
    "---",
    "...",
    "<<",
    "a\nb",
    "a\r\nb",
    " a ",
    "\t",
    "\u2028",
    "\ud800",
    "\0",
    "$&",
    "{{x}}",
  ),
);

/** Text that says something, as notes and reasons must. */
export const saidText = hostileText.filter((text) => text.trim() !== "");

export const id = fc
  .string({ unit: fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz0123456789-_"), minLength: 1, maxLength: 20 })
  .filter((text) => /^[a-z0-9]/.test(text) && !/^(?:con|prn|aux|nul|com\d|lpt\d|constructor|prototype)$/.test(text));

const decimal = (least: bigint, most: bigint, scale: number) =>
  fc.bigInt({ min: least, max: most }).map((digits) => ({ digits, scale }));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const record = <T extends object>(fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) =>
  fc.record(fields).map((made) => withoutUndefined(made as T));

export const money = fc.record({
  minor: fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }),
  currency: fc.constantFrom("EUR", "USD", "JPY", "KWD", "CLF"),
});
const person = record({
  name: fc
    .string({ unit: fc.constantFrom(..."Ana Ruiz-Ötzi李'.,\"\\:#"), minLength: 1 })
    .map((name) => name.trim())
    .filter((name) => name !== ""),
  email: maybe(fc.constantFrom("ana@example.com", "a.b+c@x.de")),
});
const quantity = fc.record({
  amount: decimal(-(10n ** 9n), 10n ** 9n, 3),
  unit: fc.constantFrom("", "%", "pp", "s", "EUR", "tasks/day"),
});
const duration = fc.oneof(
  fc.record({ amount: decimal(0n, 86_400_000n, 3), unit: fc.constantFrom("ms", "s") }),
  fc
    .record({ amount: decimal(0n, 1440n, 2), unit: fc.constantFrom("min", "h") })
    .filter(({ amount, unit }) => unit === "min" || amount.digits <= 2400n),
);
const count = fc
  .tuple(fc.nat(10_000_000), fc.integer({ min: 1, max: 10_000_000 }))
  .map(([x, n]) => ({ x: Math.min(x, n), n }));
const date = fc.integer({ min: 0, max: 40_000 }).map(civilDate);
const map = <T>(value: fc.Arbitrary<T>, key = id) =>
  fc.uniqueArray(fc.tuple(key, value), { selector: ([name]) => name, maxLength: 4 }).map((pairs) => new Map(pairs));
const few = <T>(item: fc.Arbitrary<T>) => fc.array(item, { maxLength: 3 });

const about = {
  eval: id,
  arm: fc.oneof(fc.constant(""), saidText),
  model: maybe(saidText),
  evidence: maybe(saidText),
  dataset: maybe(fc.constant("0f".repeat(32))),
};
const clusters = fc.array(
  fc.record({ sum: decimal(-(10n ** 15n), 10n ** 15n, 9), n: fc.integer({ min: 1, max: 10_000_000 }) }),
  { minLength: 1, maxLength: 4 },
);
const score = decimal(-(10n ** 9n), 10n ** 9n, 3);
const scores = fc.array(score, { minLength: 1, maxLength: 4 });
const pairedClusters = fc.array(fc.record({ sum: score, n: fc.integer({ min: 1, max: 10_000_000 }), before: score }), {
  minLength: 1,
  maxLength: 4,
});
const deviation = decimal(0n, 10n ** 9n, 3);
const before = record({ value: quantity, sd: maybe(deviation), differenceSd: maybe(deviation), scores: maybe(scores) });
const hash = fc.constant("0f".repeat(32));
const rawFields = {
  file: saidText,
  sha256: hash,
  column: maybe(saidText),
  cluster: maybe(saidText),
  counted: maybe(saidText),
  unit: maybe(saidText),
  assumed: maybe(fc.boolean()),
  rate: maybe(decimal(1n, 10n ** 9n, 6)),
};
const raw = maybe(record(rawFields));
const caseFile = maybe(
  record({
    ...rawFields,
    n: fc.integer({ min: 1, max: 10_000_000 }),
    digest: hash,
    arm: maybe(saidText),
    against: maybe(hash),
  }),
);
const errors = maybe(fc.integer({ min: 1, max: 10_000_000 }));
const spread = { n: fc.integer({ min: 1, max: 10_000_000 }), sd: maybe(decimal(0n, 10n ** 9n, 5)) };
const result = fc.oneof(
  record({
    ...about,
    count,
    errors,
    clusters: maybe(clusters),
    within: maybe(quantity),
    sample: maybe(quantity),
    values: raw,
  }),
  record({ ...about, value: quantity, errors, ...spread, clusters: maybe(clusters), values: raw }),
  record({ ...about, value: quantity, sd: spread.sd, cases: caseFile }),
  record({ ...about, value: quantity, n: spread.n, scores: maybe(scores), before, cases: caseFile }),
  record({
    ...about,
    value: quantity,
    n: spread.n,
    runs: maybe(fc.integer({ min: 2, max: 10_000_000 })),
    before,
    clusters: pairedClusters,
  }),
  record({
    ...about,
    n: maybe(spread.n),
    cases: caseFile,
    pairs: fc.record({
      both: fc.nat(99),
      baseline: fc.nat(99),
      candidate: fc.nat(99),
      neither: fc.integer({ min: 1, max: 99 }),
    }),
  }),
) as fc.Arbitrary<Result>;

const tokenCount = fc.oneof(fc.nat(), fc.integer({ min: 0, max: MOST_TOKENS }));
export const tokenUse: fc.Arbitrary<TokenUse> = fc
  .record({
    model: saidText,
    parts: fc.tuple(tokenCount, tokenCount, tokenCount, tokenCount),
    output: tokenCount,
    above: maybe(fc.constantFrom(128_000, 200_000)),
    batch: maybe(fc.constant(true as const)),
  })
  .map(({ model, parts, output, above, batch }): TokenUse => {
    const [plain, cached, written, writtenHour] = parts.map((part) => Math.floor(part / 4)) as [
      number,
      number,
      number,
      number,
    ];
    const input = plain + cached + written + writtenHour;
    return {
      model,
      input,
      cached,
      ...(written === 0 ? {} : { written }),
      ...(writtenHour === 0 ? {} : { writtenHour }),
      output: input + output === 0 ? 1 : output,
      ...(above === undefined ? {} : { above }),
      ...(batch === undefined ? {} : { batch }),
    };
  });
const spend = record({
  amount: money,
  category: fc.constantFrom(...SPEND_CATEGORIES),
  note: maybe(saidText),
  model: maybe(saidText),
  rate: maybe(decimal(1n, 10n ** 12n, 8)),
  basis: maybe(fc.constantFrom("estimated" as const, "metered" as const)),
  tokens: maybe(tokenUse),
  replaces: maybe(fc.array(id, { minLength: 1, maxLength: 3 })),
});

const hours = decimal(1n, 2400n, 2);
const own = record({ hours, people: fc.constant(1), meeting: fc.constant(false), what: maybe(saidText) });
const meeting = record({
  hours,
  people: fc.integer({ min: 1, max: 1000 }),
  meeting: fc.constant(true),
  what: maybe(saidText),
});
/** Tokens for a fraction of a cent. */
const fineSpend = fc
  .record({
    exact: decimal(0n, 10n ** 11n, 9).filter(({ scale }) => scale > 2),
    currency: fc.constantFrom("EUR", "USD"),
    tokens: tokenUse,
  })
  .map(({ exact, currency, tokens }) => ({
    amount: roundedMoney(exact, currency),
    exact,
    category: "tokens" as const,
    basis: "metered" as const,
    tokens,
  }));
const term = fc.constantFrom("spend_cap", "evals.wrong-rate.target", "timebox.working_days");

const run = {
  item: fc.constant("release.tests"),
  command: saidText,
  cwd: maybe(saidText),
  seconds: decimal(0n, 10n ** 6n, 1),
  output: maybe(saidText),
  outputSha256: maybe(fc.constant("0f".repeat(32))),
  tail: maybe(saidText),
};

/** A range stands in the unit of its figure. */
const forecastLine = fc
  .record({
    figure: quantity,
    range: maybe(fc.tuple(decimal(-99n, 10n ** 9n, 3), maybe(decimal(0n, 10n ** 9n, 3)))),
    of: fc.oneof(
      fc.record({ kind: fc.constant("metric" as const), eval: id, better: fc.constantFrom("lower", "higher") }),
      fc.record({ kind: fc.constantFrom("unit-cost", "value", "payback") }),
    ),
  })
  .map(({ figure, range, of }) => {
    const inUnit = (amount: typeof figure.amount | undefined) => amount && { amount, unit: figure.unit };
    return withoutUndefined({ ...of, figure, low: inUnit(range?.[0]), high: inUnit(range?.[1]) });
  });

export const newEntry: fc.Arbitrary<NewEntry> = record({
  at: fc.record({
    epochMs: fc.integer({ min: 0, max: 4_000_000_000_000 }),
    offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
  }),
  logged: maybe(
    fc.record({
      epochMs: fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) }),
      offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
    }),
  ),
  by: person,
  recordedBy: maybe(person),
  after: maybe(id),
  supersedes: maybe(fc.array(id, { minLength: 1, maxLength: 3 })),
  now: maybe(fc.constant("set by POC_NOW" as const)),
  via: maybe(fc.constantFrom("mcp, claude-code 2.1.0", "mcp")),
  note: saidText as fc.Arbitrary<string | undefined>,
  results: few(result),
  tasks: few(
    record({
      count,
      arm: fc.oneof(fc.constant(""), saidText),
      latency: maybe(duration),
      review: maybe(duration),
      note: maybe(saidText),
    }),
  ),
  spend: few(fc.oneof(spend, fineSpend)),
  time: few(fc.oneof(own, meeting)),
  focus: maybe(record({ share: decimal(0n, 1000n, 1), what: maybe(saidText) })),
  assumptions: map(fc.constantFrom("holds" as const, "fails" as const, "open" as const)),
  risks: few(record({ id, level: fc.constantFrom(...RISK_LEVELS), note: maybe(saidText), evidence: maybe(saidText) })),
  answers: map(fc.constantFrom("yes" as const, "no" as const)),
  attest: few(record({ item: fc.constant("exit.sponsor-committed"), evidence: saidText, note: maybe(saidText) })),
  stated: maybe(map(hostileText, term)),
  runs: few(
    fc.oneof(
      record({ ...run, exit: fc.nat(255) }),
      record({ ...run, stopped: fc.constantFrom("time-limit" as const, "signal" as const) }),
    ),
  ),
  start: maybe(fc.record({ terms: map(hostileText, term) })),
  amend: maybe(
    fc.record({
      reason: saidText,
      approver: person,
      changes: fc.uniqueArray(
        record({ term, from: maybe(hostileText), to: maybe(hostileText), resultsSeen: fc.nat(99) }),
        { selector: (change) => change.term, maxLength: 3 },
      ),
    }),
  ),
  undo: maybe(record({ entry: id, reason: maybe(saidText) })),
  decision: maybe(
    record({
      outcome: fc.constantFrom(...DECISION_OUTCOMES),
      by: person,
      why: saidText,
      conditions: few(record({ what: saidText, owner: maybe(person), by: maybe(date) })),
      recommended: saidText,
      rule: saidText,
      override: maybe(saidText),
      ask: maybe(saidText),
      ends: maybe(saidText),
      learned: maybe(saidText),
      alternatives: maybe(saidText),
      forecast: maybe(fc.record({ due: few(date), lines: few(forecastLine) })),
    }),
  ),
  waivers: maybe(
    fc.array(
      record({
        item: fc.constant("feasibility-poc.risks"),
        reason: saidText,
        approver: person,
        until: date,
        evidence: maybe(fc.constant("risks-documented")),
        document: maybe(saidText),
        openItems: maybe(
          few(record({ item: fc.constant("mvp.guardrails"), evidence: maybe(fc.constant("same-runtime")) })),
        ),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  ),
  gate: maybe(
    record({
      gate: id,
      number: fc.nat(999),
      title: saidText,
      after: maybe(id),
      approver: person,
      conditions: few(
        fc.record({
          item: id,
          state: fc.constantFrom("met" as const, "waived" as const),
          basis: fc.constantFrom("evidence" as const, "person" as const, "none" as const),
          because: saidText,
          entries: few(id),
        }),
      ),
      openQuestions: maybe(few(id)),
    }),
  ),
  followup: maybe(
    record({
      decision: id,
      due: date,
      actuals: fc
        .uniqueArray(fc.tuple(id, fc.oneof(quantity, fc.constant("never" as const))), {
          selector: ([name]) => name,
          minLength: 1,
          maxLength: 3,
        })
        .map((pairs) => new Map(pairs)),
      notInUse: maybe(saidText),
      source: maybe(saidText),
      forecast: maybe(few(forecastLine)),
    }),
  ),
  labels: maybe(
    fc.array(
      record({
        eval: id,
        arm: fc.oneof(fc.constant(""), saidText),
        judged: fc.record({ x: fc.integer({ min: 200, max: 300 }), n: fc.integer({ min: 500, max: 900 }) }),
        said: fc.record({ both: fc.nat(99), judge: fc.nat(99), person: fc.nat(99), neither: fc.nat(99) }),
        file: saidText,
        sha256: hash,
        of: hash,
        seed: maybe(fc.nat(4_294_967_295)),
        unlabelled: maybe(fc.integer({ min: 1, max: 99 })),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  ),
  source: maybe(
    record({
      format: saidText,
      key: saidText,
      sha256: hash,
      file: maybe(saidText),
      calendar: maybe(saidText),
      replaces: maybe(saidText),
    }),
  ),
}) as fc.Arbitrary<NewEntry>;
