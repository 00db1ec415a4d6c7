import { compareDecimals, decimal, multiplyDecimals, type Decimal } from "../scalars/decimal.ts";
import type { BusinessCase } from "../records/value.ts";

/** Figures that are each possible and cannot be true together. Nothing is judged by a case that holds one. */
export type ValueFault =
  /** More minutes saved on a task than it takes. */
  | { readonly kind: "minutes-above-task"; readonly minutes: Decimal; readonly task: Decimal }
  /** More minutes saved by one person in a day than the day has. */
  | { readonly kind: "minutes-above-day"; readonly tasks: Decimal; readonly minutes: Decimal };

const MINUTES_OF_A_DAY = decimal(1440);

/** Since against each other at the ends of their ranges too: what is drawn in a simulation has to be possible. */
export function valueFaults({ tasksPerDay, minutesSaved, taskMinutes }: BusinessCase): readonly ValueFault[] {
  const faults: ValueFault[] = [];
  if (minutesSaved !== undefined && taskMinutes !== undefined) {
    const [minutes, task] =
      compareDecimals(minutesSaved.likely, taskMinutes.likely) > 0
        ? [minutesSaved.likely, taskMinutes.likely]
        : [minutesSaved.high, taskMinutes.high];
    if (compareDecimals(minutes, task) > 0) faults.push({ kind: "minutes-above-task", minutes, task });
  }
  if (minutesSaved !== undefined && tasksPerDay !== undefined) {
    const above = (tasks: Decimal, minutes: Decimal) =>
      compareDecimals(multiplyDecimals(tasks, minutes), MINUTES_OF_A_DAY) > 0;
    const likely = above(tasksPerDay.likely, minutesSaved.likely);
    const [tasks, minutes] = likely ? [tasksPerDay.likely, minutesSaved.likely] : [tasksPerDay.high, minutesSaved.high];
    if (above(tasks, minutes)) faults.push({ kind: "minutes-above-day", tasks, minutes });
  }
  return faults;
}
