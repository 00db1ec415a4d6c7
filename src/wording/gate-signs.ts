import { longDateLabel } from "../domain/scalars/calendar.ts";
import type { SignReason, Subject } from "../domain/gates/gate-signs.ts";
import { countLabel, listLabel } from "../domain/scalars/labels.ts";

/** A sign of a pitfall as a sentence: what the records show, and nothing they do not. */
export function signSentence(shows: SignReason): string {
  switch (shows.code) {
    case "value-asserted":
      return (
        "Every input of the business case is only asserted, without a source " +
        `(${countLabel(shows.inputs, "input")}).`
      );
    case "case-misses-threshold":
      return `The business case misses its threshold${shows.goesOn ? ", and the work goes on" : ""}.`;
    case "nobody-but-the-owner":
      return shows.sponsor === undefined
        ? `Only the owner, ${shows.owner.name}, is committed to it: there is no sponsor.`
        : `${shows.owner.name} is both owner and sponsor, so no one else is committed to it.`;
    case "second-extension": {
      const { times, agreedDays, days } = shows;
      const agreed =
        agreedDays === undefined || days === undefined
          ? ""
          : `: ${countLabel(agreedDays, "working day")} were agreed, now it is ${days}`;
      return `The timebox was extended ${times} times${agreed}.`;
    }
    case "work-after-timebox":
      return (
        `${countLabel(shows.results, "result")} came after the last day of the timebox, ` +
        `${longDateLabel(shows.lastDay)}.`
      );
    case "scope-grew": {
      const parts = [
        ...(shows.amended.length === 0 ? [] : [`added by amendment: ${subjectsLabel(shows.amended)}`]),
        ...(shows.unrecorded.length === 0
          ? []
          : [`added to the files without one: ${subjectsLabel(shows.unrecorded)}`]),
        ...(shows.foreign.length === 0 ? [] : [`measured without having been agreed: ${listLabel(shows.foreign)}`]),
      ];
      return `The scope has grown since the terms were frozen; ${parts.join("; ")}.`;
    }
    case "many-arms":
      return (
        "So many variants were run that one of them looks good by chance: " +
        `${listLabel(shows.evals.map(({ eval: id, arms }) => `${id} on ${arms}`))}.`
      );
    case "left-out-unsaid":
      return (
        "The log says who took part, but not who was left out, " +
        "so the users may have been chosen because they are friendly."
      );
    case "one-author":
      return (
        `Everything measured${shows.sinceGate === undefined ? "" : ` since ${shows.sinceGate} was passed`} ` +
        `was logged by one person, ${shows.by.name}.`
      );
    case "evidence-silent": {
      const { days, after } = shows;
      const since = "gate" in after ? `after ${after.gate} was passed` : `after ${longDateLabel(after.result)}`;
      return `Nothing was measured for ${countLabel(days, "day")} ${since}.`;
    }
    case "conditions-open":
      return (
        `The decision depends on ${countLabel(shows.conditions.length, "condition")} ` +
        `whose day has passed: ${listLabel(shows.conditions)}.`
      );
    case "passed-after-start":
      return (
        `The gate was passed on ${longDateLabel(shows.passed)}, after the clock had started on ` +
        `${longDateLabel(shows.started)}: the work began without it.`
      );
    case "celebrated-before-operations":
      return `The decision is go, but the readiness of operations is not attested: ${listLabel(shows.items)}.`;
  }
}

function subjectsLabel(subjects: readonly Subject[]): string {
  return listLabel(subjects.map(({ kind, id }) => `${kind === "eval" ? "eval" : "kill criterion"} ${id}`));
}
