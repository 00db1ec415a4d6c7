import type { JudgeLabels } from "../../../statistics/judges/judge-labels.ts";
import type { Entry } from "../../records/entry.ts";
import type { Labelling } from "../../records/evals/result.ts";
import type { Eval } from "../../records/eval.ts";
import { saying } from "../../records/log.ts";

/** Labels of people for what an eval's judge said, and the entry that brought them. */
export interface LoggedLabels {
  readonly entry: Entry;
  readonly labelling: Labelling;
  /** The correction that withdrew them. */
  readonly withdrawnBy?: Entry;
}

const NONE: ReadonlyMap<string, Entry> = new Map();

/** The labels of an eval in the order of `entries`. @param withdrawn corrections by the entry that they withdrew */
export function labelsOf(
  { id }: Pick<Eval, "id">,
  entries: readonly Entry[],
  withdrawn: ReadonlyMap<string, Entry> = NONE,
): readonly LoggedLabels[] {
  const found: LoggedLabels[] = [];
  for (const entry of saying(entries, "labels")) {
    const withdrawnBy = withdrawn.get(entry.id);
    for (const labelling of entry.labels)
      if (labelling.eval === id)
        found.push(withdrawnBy === undefined ? { entry, labelling } : { entry, labelling, withdrawnBy });
  }
  return found;
}

/** The counts behind the labels, as the statistics take them. */
export function judgeLabels({ judged, said }: Labelling): JudgeLabels {
  const { both, judge, person, neither } = said;
  return { judged, yes: { x: both, n: both + judge }, no: { x: person, n: person + neither } };
}
