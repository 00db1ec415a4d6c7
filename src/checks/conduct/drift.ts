import type { Diagnostic, Related } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { termPlace, termSubject, type Drift } from "../../domain/records/terms.ts";
import type { Check } from "../check.ts";
import { termLabel } from "../../domain/records/terms.ts";

/** Frozen terms stand in the files as they were agreed, or an amendment says why not. */
export const drift: Check = {
  name: "drift",
  codes: ["terms-drift"],
  run(standing) {
    const wholes = new Set<string>();
    return standing.drift.flatMap((item) => {
      const whole = wholeSubject(item, standing);
      if (whole === undefined) return [ofTerm(item, standing)];
      const name = `${whole.family}.${whole.id}`;
      if (wholes.has(name)) return [];
      wholes.add(name);
      return [ofSubject(whole, item, standing)];
    });
  },
};

function ofTerm(item: Drift, standing: Standing): Diagnostic {
  const { term, frozen, current } = item;
  const now = current === undefined ? "it is missing now" : `found ${current}`;
  const then = frozen === undefined ? "nothing was agreed" : `${frozen} was agreed`;
  return {
    code: "terms-drift",
    message: `${termLabel(term)}: ${now}, but ${then}`,
    place: item.place,
    related: agreedAt(term, frozen, standing),
    hint:
      `put it back${frozen === undefined ? "" : ` to ${frozen}`}, or record the change: poc amend --reason "…" ` +
      `--approver "…"`,
  };
}

interface Subject {
  readonly family: "evals" | "kill-criteria";
  readonly id: string;
}

/** An eval or kill criterion that came or went as a whole: one problem, not one for each of its terms. */
function wholeSubject(item: Drift, standing: Standing): Subject | undefined {
  const subject = termSubject(item.term);
  if (subject === undefined) return undefined;
  const has = (definitions: Standing["definitions"]) =>
    (subject.family === "evals" ? definitions.evals : definitions.killCriteria).some(({ id }) => id === subject.id);
  return has(standing.definitions) === has(standing.written) ? undefined : subject;
}

function ofSubject({ family, id }: Subject, item: Drift, standing: Standing): Diagnostic {
  const added = item.frozen === undefined;
  const what = family === "evals" ? "eval" : "kill criterion";
  const place: Place = valueAt(termPlace(item.term).file, id);
  return {
    code: "terms-drift",
    message: added
      ? `the ${what} ${id} was added after the terms were frozen, without an amendment`
      : `the ${what} ${id} was agreed and is missing now`,
    place,
    related: added
      ? startPlace(standing)
      : agreedAt(item.term, item.frozen, standing).map((related) => ({ place: related.place, label: "agreed here" })),
    hint: `${added ? "remove it" : "put it back"}, or record the change: poc amend --reason "…" --approver "…"`,
  };
}

/** Where the term got its present value: its latest amendment, otherwise the start. */
function agreedAt(term: string, frozen: string | undefined, standing: Standing): readonly Related[] {
  if (frozen === undefined) return startPlace(standing);
  const amended = standing.amendments.findLast(({ amendment }) =>
    amendment.changes.some((change) => change.term === term),
  );
  if (amended !== undefined)
    return [
      {
        place: valueAt(amended.entry.file, "amend", "changes", term, "to"),
        label: `agreed as ${frozen} on ${amended.entry.date}`,
      },
    ];
  const { started } = standing;
  return started === undefined
    ? []
    : [{ place: valueAt(started.file, "start", "terms", term), label: `frozen as ${frozen} on ${started.date}` }];
}

function startPlace({ started }: Standing): readonly Related[] {
  return started === undefined
    ? []
    : [{ place: valueAt(started.file, "start", "terms"), label: `the terms frozen on ${started.date}` }];
}
