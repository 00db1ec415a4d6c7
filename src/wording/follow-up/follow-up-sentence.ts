import type { FollowUpStanding } from "../../domain/follow-up/follow-up-standing.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import { namedAs } from "../people.ts";

/** `Follow-up: 1 of 2 answered (a4k2m9x), the next is due on Sun 30 May 2027`: in a line below a decision. */
export function followUpSentence({ due, pending, overdue }: FollowUpStanding): string {
  const answers = due.flatMap(({ answer }) => answer ?? []);
  const ended = due.flatMap((one) => one.answers).find(({ followUp }) => followUp.notInUse !== undefined);
  const ids = due.flatMap((one) => one.answers.map(({ entry }) => entry.id));
  const said = ids.length === 0 ? "" : `${answers.length} of ${due.length} answered (${listLabel(ids)})`;
  const [next] = pending;
  const what = said === "" ? "what came true" : "the next";
  const asked =
    next === undefined ? "" : `${what} ${overdue === undefined ? "is asked" : "was due"} on ${longDateLabel(next)}`;
  const late = overdue === undefined ? "" : `, ${countLabel(overdue, "day")} ago`;
  const rest =
    ended?.followUp.notInUse !== undefined
      ? `no longer in use since ${longDateLabel(ended.entry.date)}, says ${namedAs(ended.entry.by, ended.entry)}: ` +
        ended.followUp.notInUse
      : `${asked}${late}`;
  return `Follow-up: ${[said, rest].filter((part) => part !== "").join(", ")}`;
}
