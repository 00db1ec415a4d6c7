import type { Dispute, OnceSubject } from "../domain/history/disputes.ts";
import type { WithdrawnAct } from "../domain/history/withdrawn-acts.ts";
import type { DecisionOutcome } from "../domain/records/entry.ts";
import type { Person } from "../domain/scalars/person.ts";
import { dateLabel, longDateLabel } from "../domain/scalars/calendar.ts";
import { countLabel, listLabel } from "../domain/scalars/labels.ts";
import { termLabel, termTextLabel } from "../domain/records/terms.ts";

/** `two decisions were made, and neither replaces the other`. */
export function disputeClause(subject: OnceSubject, count: number): string {
  const many = count === 2 ? "two" : String(count);
  switch (subject.kind) {
    case "start":
      return `the clock was started ${count === 2 ? "twice" : `${count} times`}`;
    case "decision":
      return (
        `${many} decisions were made, and ${count === 2 ? "neither" : "none"} replaces ` +
        `${count === 2 ? "the other" : "another"}`
      );
    case "gate":
      return `${subject.title} was passed ${count === 2 ? "twice" : `${count} times`}`;
    case "answer":
      return `${subject.criterion} was answered both yes and no`;
    case "term":
      return `the ${termLabel(subject.term)} was changed from a text that was not agreed`;
    case "follow-up":
      return `${many} answers to the forecast for ${longDateLabel(subject.due)} differ`;
  }
}

/** `Marta Weiss decided go, Ana Ruiz decided no-go, and neither replaces the other`. */
export function rivalsClause(decisions: readonly { readonly outcome: DecisionOutcome; readonly decider: Person }[]) {
  const each = decisions.map(({ outcome, decider }) => `${decider.name} decided ${outcome}`);
  return `${each.join(", ")}, and ${decisions.length === 2 ? "neither replaces the other" : "none replaces another"}`;
}

/** `go by Marta Weiss on Fri 4 Dec (k7f3q2m) and no-go by Ana Ruiz on Fri 4 Dec (m2p9x4r)`. */
export function disputedActs({ acts }: Dispute): string {
  return listLabel(
    acts.map(({ entry, who, said }) => {
      const what = said === undefined ? "" : `${termTextLabel(said)} `;
      return `${what}by ${who.name} on ${dateLabel(entry.date)} (${entry.id})`;
    }),
  );
}

/**
 * The command of a person that says which of the acts holds.
 *
 * @param last the entry of the latest of them
 * @param said what that one came to
 */
export function settleCommand(subject: OnceSubject, last: string, said: string | undefined): string {
  switch (subject.kind) {
    case "start":
    case "gate":
    case "follow-up":
      return `poc undo ${last} --reason "…"`;
    case "decision":
      return 'poc decide OUTCOME --supersede --why "…"';
    case "answer":
      return `poc log "…" --answer ${subject.criterion}=yes|no`;
    case "term":
      return `poc amend --set ${subject.term}="${said ?? "…"}" --reason "…" --approver "…"`;
  }
}

/** What the person who settles it has to know of the command. */
export function settleHint({ subject, acts }: Dispute): string {
  const last = acts.at(-1);
  const command = settleCommand(subject, last?.entry.id ?? "ID", last?.said);
  switch (subject.kind) {
    case "start":
    case "gate":
      return `the first one counts once the later one is withdrawn: ${command}`;
    case "decision":
      return `agree on one decision and record it: ${command}`;
    case "answer":
      return `agree on one answer and record it: ${command}`;
    case "term":
      return `agree on one text: ${command}`;
    case "follow-up":
      return `find out which one is right, and withdraw the other: ${command}`;
  }
}

/** `the start k7f3q2m by Ana Ruiz was withdrawn by Marta Weiss on Tue 24 Nov: …; it had agreed other terms: …`. */
export function withdrawnActClause({ entry, correction, kept, terms }: WithdrawnAct): string {
  const what = entry.gate === undefined ? "the start" : `the passage of ${entry.gate.title}`;
  const reason = correction.undo?.reason === undefined ? "" : `: ${correction.undo.reason}`;
  const holds = kept === undefined ? "" : `; ${kept.id} by ${kept.by.name} counts`;
  const few = terms.length > 4 ? [countLabel(terms.length, "term")] : terms.map((term) => termLabel(term));
  const other = terms.length === 0 ? "" : `; it had frozen other terms: ${listLabel(few)}`;
  return (
    `${what} ${entry.id} by ${entry.by.name} was withdrawn by ${correction.by.name} on ` +
    `${dateLabel(correction.date)}${reason}${holds}${other}`
  );
}
