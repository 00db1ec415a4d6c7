import { chanceText } from "../../wording/evidence/account.ts";
import { evalWording, todayClause } from "../../wording/evals.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { evalDeviations, type EvalDeviation } from "../../domain/evidence/eval-deviations.ts";
import { deviationSentence } from "../../wording/eval-deviations.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { correctedSlips } from "../../domain/standing/slips.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { listLabel } from "../../domain/scalars/labels.ts";
import type { ConductCode } from "./conduct-weights.ts";
import { conductNote as note, quoted, type CodedNote } from "./conduct-note.ts";

export function evalNotes({ evals, log }: Standing): CodedNote[] {
  const slips = new Set(correctedSlips({ evals, log }).map(({ entry }) => entry));
  const isNoSlip = (deviation: EvalDeviation) =>
    deviation.kind !== "result-withdrawn" || !slips.has(deviation.withdrawn.entry);
  const own = evals.flatMap((item) => [
    ...judgedNotes(item),
    ...runsNotes(item, evals),
    ...accountNotes(item),
    ...evalDeviations(item, log)
      .filter(isNoSlip)
      .map((deviation) =>
        note(deviationCode(deviation), deviationSentence(deviation, nameOf(item)), deviationEntries(deviation)),
      ),
  ]);
  return [...own, ...pickedNotes(evals)];
}

function judgedNotes(item: EvalStanding): CodedNote[] {
  const notes: CodedNote[] = [];
  const id = nameOf(item);
  if (item.verdict === "invalid")
    notes.push(note("not-judged", `${id} cannot be judged: ${evalWording(item).why}.`, judgedEntries(item)));
  if (item.today.length > 0)
    notes.push(
      note(
        "baseline-run",
        `${id}: ${todayClause(item)}; it meets no target and trips no kill criterion.`,
        item.today.map(({ entry }) => entry),
      ),
    );
  return notes;
}

function judgedEntries({ judged }: EvalStanding): readonly Entry[] {
  return judged === undefined ? [] : [judged.entry];
}

/** Several arms, or several runs of one; arms that another eval picked among are reported together by `pickedNotes`. */
function runsNotes(item: EvalStanding, evals: readonly EvalStanding[]): CodedNote[] {
  const id = nameOf(item);
  const entries = item.results.map(({ entry }) => entry);
  const arms = armsOf(item);
  if (arms.length > 1)
    return isPicked(item)
      ? []
      : [
          note(
            "arms",
            `${id} was run on ${arms.length} arms (${listLabel(arms.map(armLabel))}): ${howPicked(item)}.`,
            entries,
          ),
        ];
  if (item.armPickedBy !== undefined)
    return [
      note(
        "arms",
        `${id} was run on several arms: it is judged on the one that ${pickerName(item, evals)} picked.`,
        entries,
      ),
    ];
  if (item.results.length < 2) return [];
  return [
    note(
      "measured",
      `${id} was measured ${item.results.length} times; ${judgedLabel(item)} is judged, and the range ` +
        `allows for the earlier looks.`,
      entries,
    ),
  ];
}

/** A rerun, the accounts that were closed, and the models. */
function accountNotes(item: EvalStanding): CodedNote[] {
  const notes: CodedNote[] = [];
  const id = nameOf(item);
  if (item.repeated)
    notes.push(
      note("rerun", `${id} was rerun after its planned run; ${rerunText(1 - item.confidence)}.`, judgedEntries(item)),
    );
  const closings = closedAccounts(item);
  if (closings.length > 0)
    notes.push(
      note(
        "accounts",
        `${id} was measured before and after a decision or a gate. Each of these ends an account of error, so the ` +
          `later results have their own chance of a false verdict.`,
        closings,
      ),
    );
  const models = [...new Set(item.results.flatMap(({ result }) => (result.model === undefined ? [] : [result.model])))];
  if (models.length > 1)
    notes.push(note("models", `${id} was measured with ${models.length} models: ${listLabel(models)}.`));
  return notes;
}

/** The last account that was closed ends nothing as long as nothing was measured since. */
function closedAccounts({ account: { spendings } }: EvalStanding): readonly Entry[] {
  const last = spendings.findLastIndex(({ code }) => code !== "closed");
  return spendings.filter(({ code }, at) => code === "closed" && at > 0 && at < last).map(({ entry }) => entry);
}

/** A run of fewer cases than were planned does not replace one that had them. */
function judgedLabel({ eval: item, judged, results }: EvalStanding): string {
  if (judged === results.at(-1)) return "the latest";
  const counted = results.findLast(({ result }) => MEASURES[item.measure].bounded(result));
  return judged === counted ? "the latest with a count or a spread" : "the latest of the planned size";
}

/** The metric in people's words, because page one has no ids. */
function nameOf({ eval: item }: EvalStanding): string {
  return quoted(item.metric, item.id);
}

function pickerName({ armPickedBy }: EvalStanding, evals: readonly EvalStanding[]): string {
  const picker = evals.find((item) => item.eval.id === armPickedBy);
  return picker === undefined ? (armPickedBy ?? "") : nameOf(picker);
}

function armLabel(arm: string): string {
  return arm === "" ? "the unnamed one" : arm;
}

/** Run on several arms and judged on the one that the primary eval picked: said once for all that were run alike. */
function pickedNotes(evals: readonly EvalStanding[]): CodedNote[] {
  const alike = new Map<string, EvalStanding[]>();
  for (const item of evals.filter(isPicked)) {
    const key = JSON.stringify([armsOf(item), item.judged?.result.arm]);
    alike.set(key, [...(alike.get(key) ?? []), item]);
  }
  return [...alike.values()].map((items) => {
    const arms = armsOf(items[0]!);
    const [were, are] = items.length === 1 ? ["was", "it is"] : ["were", "they are"];
    const ids = listLabel(items.map(nameOf));
    return note(
      "arms",
      `${ids} ${were} run on ${arms.length} arms (${listLabel(arms.map(armLabel))}): ${are} judged on ` +
        `${armLabel(items[0]!.judged!.result.arm)}, which the primary eval picked.`,
      items.flatMap(({ results }) => results.map(({ entry }) => entry)),
    );
  });
}

function armsOf({ results }: EvalStanding): readonly string[] {
  return [...new Set(results.map(({ result }) => result.arm))];
}

/** Only the eval that decides picks among the arms; the others are judged on the one that it picked. */
function isPicked(item: EvalStanding): boolean {
  return item.judged !== undefined && item.arms.length === 0 && armsOf(item).length > 1;
}

function howPicked(standing: EvalStanding): string {
  const { confirmed, judged } = standing;
  if (judged === undefined) return "none of these runs is judged";
  return confirmed
    ? "the best was picked and then confirmed by a fresh run"
    : `its range is widened because it was the best of ${armsOf(standing).length}`;
}

/** A withdrawn result that was better than what is judged takes nothing from it. */
function deviationCode(deviation: EvalDeviation): ConductCode {
  return deviation.kind === "result-withdrawn" && deviation.than === "better"
    ? "better-result-withdrawn"
    : deviation.kind;
}

function deviationEntries(deviation: EvalDeviation): readonly Entry[] {
  switch (deviation.kind) {
    case "dataset-changed":
      return deviation.results.map(({ entry }) => entry);
    case "other-cases":
      return deviation.other.results.map(({ entry }) => entry);
    case "cases-added":
      return [deviation.first.entry, deviation.later.entry];
    case "result-withdrawn":
      return [deviation.withdrawn.entry, deviation.correction];
    default:
      return [deviation.judged.entry];
  }
}

function rerunText(chance: number): string {
  return chance < NOTHING
    ? "nothing was left of the chance of a false verdict, so the rerun counts only beyond any doubt"
    : `the rerun may use ${chanceText(chance)} of the chance of a false verdict, at most half of what was left`;
}

/** Where an account is used up, a run is still judged at a level; it is as good as none. */
const NOTHING = 1e-8;
