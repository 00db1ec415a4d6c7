import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt, type Place } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { AssumptionStanding } from "../../domain/standing/assumption-standing.ts";
import { DEFINITION_FILES } from "../../domain/records/records.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { answeredByNoGo } from "../answered-by-no-go.ts";
import type { Check } from "../check.ts";
import { relatedResult } from "./result-place.ts";
import { listLabel } from "../../domain/scalars/labels.ts";

const FILE = DEFINITION_FILES.assumptions;

export const assumption: Check = {
  name: "assumption",
  codes: ["assumption-untested", "assumption-failed", "assumption-contradicted"],
  run(standing) {
    const stopped = answeredByNoGo(standing);
    return standing.assumptions.flatMap((item): readonly Diagnostic[] => {
      if (item.contradicted && item.said !== undefined) return [contradicted(item, item.said, standing)];
      if (stopped) return [];
      if (item.state === "fails") return [failed(item, standing)];
      const { statement, testedBy } = item.assumption;
      if (item.edited === "reworded" && item.said !== undefined) return [reworded(item, item.said)];
      const unasked = item.basis === "none" && statement !== undefined && testedBy.length === 0;
      return unasked && answersDue(standing) ? [untested(item)] : [];
    });
  },
};

/** A person may take half of the timebox to find out; the other half is for what follows from the answer. */
function answersDue({ phase, timebox }: Standing): boolean {
  return phase !== "draft" && (timebox === undefined || timebox.day * 2 > timebox.of);
}

function untested({ assumption: { id } }: AssumptionStanding): Diagnostic {
  return {
    code: "assumption-untested",
    message: `no eval tests ${id} and no person has answered it, expected one of the two`,
    place: valueAt(FILE, id, "id"),
    hint: `name an eval under tested_by:, or answer it: poc log --assume ${id}=holds`,
  };
}

/** What the file says now, nobody has answered. */
function reworded({ assumption: { id, statement = "" } }: AssumptionStanding, said: Entry): Diagnostic {
  return {
    code: "assumption-untested",
    message:
      `${id} was reworded after ${said.by.name} had answered "${statement}", ` +
      `expected an answer to what it says now`,
    place: valueAt(FILE, id, "statement"),
    related: [{ place: valueAt(said.file, "assumptions", id), label: `${said.by.name} on ${said.date}` }],
    hint: `answer what it says now: poc log --assume ${id}=holds, or fails; or put the old words back`,
  };
}

function failed(item: AssumptionStanding, standing: Standing): Diagnostic {
  const { id } = item.assumption;
  return {
    code: "assumption-failed",
    message:
      item.basis === "evals"
        ? `${id} does not hold: ${listLabel(failedTests(item, standing))} missed its target`
        : `${id} does not hold, according to a person`,
    place: item.edited === "removed" && item.said !== undefined ? answerPlace(item.said, id) : valueAt(FILE, id, "id"),
    related: item.basis === "evals" ? testResults(item, standing) : saidAt(item),
    hint: "ask whether the idea works without it, and say so in the memo",
  };
}

function contradicted(item: AssumptionStanding, said: Entry, standing: Standing): Diagnostic {
  const { id } = item.assumption;
  const byPerson = item.basis === "person";
  return {
    code: "assumption-contradicted",
    message:
      `${said.by.name} says that ${id} ${said.assumptions.get(id)}, the evals say that it ` +
      (byPerson ? "holds; it counts as failed until a person finds that it holds" : `${item.state}; the evals count`),
    place: valueAt(said.file, "assumptions", id),
    related: testResults(item, standing),
    hint: byPerson
      ? "look again and log what you find, whichever it is; if it fails, ask whether the idea works without it"
      : "find out which of the two is right: talk to them, or measure again",
  };
}

function answerPlace({ file }: Entry, id: string): Place {
  return valueAt(file, "assumptions", id);
}

function failedTests(item: AssumptionStanding, standing: Standing): readonly string[] {
  return standing.evals
    .filter((test) => item.assumption.testedBy.includes(test.eval.id) && test.verdict === "not met")
    .map((test) => test.eval.id);
}

function testResults(item: AssumptionStanding, standing: Standing) {
  return standing.evals
    .filter((test) => item.assumption.testedBy.includes(test.eval.id))
    .flatMap((test) => relatedResult(test.judged));
}

function saidAt({ assumption: { id }, said }: AssumptionStanding) {
  return said === undefined
    ? []
    : [{ place: valueAt(said.file, "assumptions", id), label: `${said.by.name} on ${said.date}` }];
}
