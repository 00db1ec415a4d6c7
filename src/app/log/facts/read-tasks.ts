import { parseCount } from "../../../domain/scalars/count.ts";
import { parseDuration } from "../../../domain/scalars/duration.ts";
import type { TaskLine } from "../../../domain/records/entry.ts";
import type { FlagProblems } from "./flag-problems.ts";

const FLAG = "--tasks";

/** What all tasks of one entry have in common. */
export interface TaskContext {
  readonly arm: string | undefined;
  readonly latency: string | undefined;
  readonly review: string | undefined;
}

/** Reads `262/300` or `262/300:tickets of Monday`: succeeded of attempted, and which tasks they were. */
export function readTasks(
  text: string,
  { arm, latency, review }: TaskContext,
  problems: FlagProblems,
): TaskLine | undefined {
  const [figure = "", ...words] = text.split(":");
  const count = problems.take(FLAG, figure, parseCount(figure));
  const note = words.join(":").trim();
  const time = (flag: string, typed: string | undefined) =>
    typed === undefined ? undefined : problems.take(flag, typed, parseDuration(typed));
  const [waited, looked] = [time("--latency", latency), time("--review", review)];
  if (count === undefined) return undefined;
  return {
    count,
    arm: arm ?? "",
    ...(waited === undefined ? {} : { latency: waited }),
    ...(looked === undefined ? {} : { review: looked }),
    ...(note === "" ? {} : { note }),
  };
}
