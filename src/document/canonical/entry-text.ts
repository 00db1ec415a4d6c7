import { shortDecimalText, type Decimal } from "../../domain/scalars/decimal.ts";
import { countText, type Cluster } from "../../domain/scalars/count.ts";
import type {
  Amendment,
  CommandRun,
  Decision,
  EntrySource,
  GatePassage,
  SpendLine,
  TaskLine,
  TermMet,
  TimeLine,
  Waiver,
} from "../../domain/records/entry.ts";
import type { Labelling, MeanBefore, RawValues, Result } from "../../domain/records/evals/result.ts";
import { actualText, type FollowUp, type Forecast, type ForecastLine } from "../../domain/records/forecast/forecast.ts";
import { saidFacts, type Fact, type FactName } from "../../domain/records/facts.ts";
import { instantText } from "../../domain/scalars/instant.ts";
import { moneyText } from "../../domain/scalars/money.ts";
import { personText } from "../../domain/scalars/person.ts";
import { quantityText } from "../../domain/scalars/quantity.ts";
import { canonicalJson } from "./canonical-json.ts";
import { withoutUndefined } from "../schema/without-undefined.ts";
import type { Written, WrittenMap } from "../yaml/written.ts";
import type { NewEntry } from "../schema/entry-schema.ts";

/**
 * The canonical form of an entry: a line for each key that is present, in a fixed order, its value in JSON. The same
 * entry always gives the same bytes, and YAML reads from them what was put in.
 */
export function entryText(entry: NewEntry): string {
  let text = "";
  for (const [key, value] of Object.entries(writtenEntry(entry))) text += `${key}: ${canonicalJson(value)}\n`;
  return text;
}

/** An entry as plain values, by the keys of its file. */
export function writtenEntry(entry: NewEntry): WrittenMap {
  const { at, logged, by, recordedBy, after, supersedes, now, via } = entry;
  const written: WrittenMap = { at: instantText(at) };
  if (logged !== undefined) written["logged"] = instantText(logged);
  written["by"] = personText(by);
  if (recordedBy !== undefined) written["recorded_by"] = personText(recordedBy);
  if (after !== undefined) written["after"] = after;
  if (supersedes !== undefined) written["supersedes"] = supersedes.length === 1 ? supersedes[0] : [...supersedes];
  if (now !== undefined) written["now"] = now;
  if (via !== undefined) written["via"] = via;
  for (const name of saidFacts(entry)) written[name] = writtenFact(entry, name);
  return written;
}

function writtenFact<K extends FactName>(entry: NewEntry, name: K): Written {
  const fact: NewEntry[K] = entry[name];
  return fact === undefined || fact === null ? undefined : FACT_TEXTS[name](fact);
}

/** How each kind of fact is written. */
const FACT_TEXTS: { readonly [K in FactName]: (fact: Fact<K>) => Written } = {
  note: (note) => note,
  results: (results) => results.map(writtenResult),
  tasks: (tasks) => tasks.map(writtenTasks),
  spend: (lines) => lines.map(writtenSpend),
  time: (lines) => lines.map(writtenTime),
  focus: ({ share, what }) => withoutUndefined({ share: `${shortDecimalText(share)}%`, what }),
  assumptions: (answers) => Object.fromEntries(answers),
  risks: (risks) => risks.map(({ id, level, note, evidence }) => withoutUndefined({ id, level, note, evidence })),
  answers: (answers) => Object.fromEntries(answers),
  attest: (items) => items.map(({ item, evidence, note }) => withoutUndefined({ item, evidence, note })),
  stated: (stated) => Object.fromEntries(stated),
  runs: (runs) => runs.map(writtenRun),
  start: ({ terms, sha256, inputs, timestamp }) =>
    withoutUndefined({
      terms: Object.fromEntries(terms),
      sha256,
      inputs: inputs && Object.fromEntries(inputs),
      timestamp: timestamp && {
        at: instantText(timestamp.at),
        authority: timestamp.authority,
        token: timestamp.token,
      },
    }),
  amend: writtenAmendment,
  clear: ({ criterion, reason, approver }) => ({ criterion, reason, approver: personText(approver) }),
  undo: ({ entry, reason }) => withoutUndefined({ entry, reason }),
  decision: writtenDecision,
  waivers: (waivers) => waivers.map(writtenWaiver),
  gate: writtenPassage,
  followup: writtenFollowUp,
  labels: (labels) => labels.map(writtenLabels),
  source: writtenSource,
};

function writtenResult(result: Result): WrittenMap {
  const { arm, count, value, pairs, n, sd, errors, clusters, runs, scores, before, within, sample } = result;
  const { values, cases } = result;
  const { model, evidence, dataset } = result;
  return withoutUndefined({
    eval: result.eval,
    count: count && countText(count),
    value: value && quantityText(value),
    pairs: pairs && { both: pairs.both, baseline: pairs.baseline, candidate: pairs.candidate, neither: pairs.neither },
    n,
    sd: sd && writtenDecimal(sd),
    errors,
    clusters: clusters && clusters.map(writtenCluster),
    runs,
    scores: scores && scores.map(writtenDecimal),
    before: before && writtenBefore(before),
    within: within && quantityText(within),
    sample: sample && quantityText(sample),
    values: values && writtenValues(values),
    cases:
      cases &&
      withoutUndefined({
        ...writtenValues(cases),
        n: cases.n,
        digest: cases.digest,
        arm: cases.arm,
        against: cases.against,
      }),
    arm: arm === "" ? undefined : arm,
    model,
    evidence,
    dataset,
  });
}

function writtenCluster({ sum, n, before }: Cluster): Written {
  return [writtenDecimal(sum), n, ...(before === undefined ? [] : [writtenDecimal(before)])];
}

function writtenBefore({ value, sd, differenceSd, scores }: MeanBefore): WrittenMap {
  return withoutUndefined({
    value: quantityText(value),
    sd: sd && writtenDecimal(sd),
    difference_sd: differenceSd && writtenDecimal(differenceSd),
    scores: scores && scores.map(writtenDecimal),
  });
}

function writtenValues({ file, sha256, column, cluster, counted, unit, assumed, rate }: RawValues): WrittenMap {
  return withoutUndefined({
    file,
    sha256,
    column,
    cluster,
    counted,
    unit,
    assumed,
    rate: rate && writtenDecimal(rate),
  });
}

function writtenLabels({ eval: id, arm, judged, said, file, sha256, of, seed, unlabelled }: Labelling): WrittenMap {
  const { both, judge, person, neither } = said;
  return withoutUndefined({
    eval: id,
    judged: countText(judged),
    said: { both, judge, person, neither },
    file,
    sha256,
    of,
    arm: arm === "" ? undefined : arm,
    seed,
    unlabelled,
  });
}

function writtenSource({ format, key, sha256, file, calendar, replaces }: EntrySource): WrittenMap {
  return withoutUndefined({ format, key, sha256, file, calendar, replaces });
}

function writtenTasks({ count, arm, latency, review, note }: TaskLine): WrittenMap {
  return withoutUndefined({
    count: countText(count),
    arm: arm === "" ? undefined : arm,
    latency: latency && quantityText(latency),
    review: review && quantityText(review),
    note,
  });
}

function writtenSpend({ amount, exact, category, note, model, rate, basis, tokens, replaces }: SpendLine): WrittenMap {
  return withoutUndefined({
    amount: moneyText(amount),
    exact: exact && writtenDecimal(exact),
    category,
    note,
    model,
    rate: rate && writtenDecimal(rate),
    basis: basis === "billed" ? undefined : basis,
    tokens:
      tokens &&
      withoutUndefined({
        model: tokens.model,
        input: tokens.input,
        cached: tokens.cached === 0 ? undefined : tokens.cached,
        cache_write: tokens.written,
        cache_write_1h: tokens.writtenHour,
        output: tokens.output,
        above: tokens.above,
        batch: tokens.batch,
      }),
    replaces: replaces && [...replaces],
  });
}

function writtenTime({ hours, people, what, meeting }: TimeLine): WrittenMap {
  const time = writtenDecimal(hours);
  return withoutUndefined(meeting ? { meeting: time, people, what } : { hours: time, what });
}

function writtenRun({
  item,
  command,
  cwd,
  exit,
  stopped,
  seconds,
  output,
  outputSha256,
  tail,
}: CommandRun): WrittenMap {
  return withoutUndefined({
    item,
    command,
    cwd,
    exit,
    stopped,
    seconds: writtenDecimal(seconds),
    output,
    output_sha256: outputSha256,
    tail,
  });
}

function writtenAmendment({ reason, approver, fromSha256, changes }: Amendment): WrittenMap {
  const terms = changes.map(
    ({ term, from, to, resultsSeen, met }) =>
      [term, withoutUndefined({ from, to, results_seen: resultsSeen, met: met && writtenMet(met) })] as const,
  );
  return withoutUndefined({
    reason,
    approver: personText(approver),
    from_sha256: fromSha256,
    changes: Object.fromEntries(terms),
  });
}

function writtenMet({ spent, hours, verdict }: TermMet): WrittenMap {
  return withoutUndefined({ spent: spent && moneyText(spent), hours: hours && writtenDecimal(hours), verdict });
}

function writtenDecision(decision: Decision): WrittenMap {
  const { outcome, by, why, conditions, met, recommended, rule, override, ask, ends, learned, alternatives } = decision;
  const { retryIf, forecast } = decision;
  const owed = conditions.map(({ what, owner, by: day }) =>
    withoutUndefined({ what, owner: owner && personText(owner), by: day }),
  );
  return withoutUndefined({
    outcome,
    by: personText(by),
    why,
    conditions: owed.length === 0 ? undefined : owed,
    met: met && [...met],
    recommended,
    rule,
    override,
    ask,
    ends,
    learned,
    alternatives,
    retry_if: retryIf,
    forecast: forecast && writtenForecast(forecast),
  });
}

function writtenForecast({ due, lines }: Forecast): WrittenMap {
  return { due: [...due], lines: lines.map(writtenLine) };
}

function writtenLine({ kind, eval: id, better, figure, low, high }: ForecastLine): WrittenMap {
  return withoutUndefined({
    kind,
    eval: id,
    better,
    figure: quantityText(figure),
    low: low && quantityText(low),
    high: high && quantityText(high),
  });
}

function writtenFollowUp({ decision, due, actuals, notInUse, source, forecast }: FollowUp): WrittenMap {
  const figures = [...actuals].map(([name, actual]) => [name, actualText(actual)] as const);
  return withoutUndefined({
    decision,
    due,
    actuals: figures.length === 0 ? undefined : Object.fromEntries(figures),
    not_in_use: notInUse,
    source,
    forecast: forecast && forecast.map(writtenLine),
  });
}

function writtenWaiver({ item, reason, approver, until, evidence, document, openItems }: Waiver): WrittenMap {
  const open = openItems?.map((one) => withoutUndefined({ item: one.item, evidence: one.evidence }));
  return withoutUndefined({
    item,
    reason,
    approver: personText(approver),
    until,
    evidence,
    document,
    open_items: open,
  });
}

function writtenPassage(passage: GatePassage): WrittenMap {
  const { gate, number, title, after, approver, conditions, openQuestions } = passage;
  const met = conditions.map(({ item, state, basis, because, entries }) =>
    withoutUndefined({ item, state, basis, because, entries: entries.length === 0 ? undefined : [...entries] }),
  );
  return withoutUndefined({
    gate,
    number,
    title,
    after,
    outcome: "passed",
    approver: personText(approver),
    conditions: met.length === 0 ? undefined : met,
    open_questions: openQuestions === undefined ? undefined : [...openQuestions],
  });
}

/** A number if a double holds it exactly, because that reads well; otherwise its text, which the schema accepts too. */
function writtenDecimal(decimal: Decimal): string | number {
  const text = shortDecimalText(decimal);
  const number = Number(text);
  return String(number) === text && text.replace(/\D/g, "").length <= 15 ? number : text;
}
