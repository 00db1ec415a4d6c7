import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { pathText, valueAt, type Path } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { findSecret } from "../../domain/scalars/secret.ts";
import type { Check } from "../check.ts";

/**
 * What git has seen stays seen, withdrawn or not. The message names the field and the kind of secret; the place is that
 * of the entry and not of the field, because the line at a place is shown, and the secret must not be.
 */
export const secret: Check = {
  name: "secret",
  codes: ["secret-in-log"],
  run({ log }) {
    const found: Diagnostic[] = [];
    for (const entry of [...log.entries, ...log.later]) {
      eachText(entry, (text, ...path) => {
        const kind = text === undefined ? undefined : findSecret(text);
        if (kind !== undefined) found.push(leak(kind, entry, path));
      });
    }
    return found;
  },
};

function leak(kind: string, entry: Entry, path: Path): Diagnostic {
  return {
    code: "secret-in-log",
    message: `${pathText(path)} holds what looks like ${kind}, expected no secrets in the log`,
    place: valueAt(entry.file, "at"),
    hint: "revoke it first, since copies may be anywhere; then take it out of the file",
  };
}

/**
 * Every text of an entry that a person may type or paste, with its path. Called back, for there may be many entries.
 */
function eachText(
  { note, results, tasks, spend, time, risks, attest, runs, undo, amend, decision, waivers }: Entry,
  tell: (text: string | undefined, ...path: Path) => void,
): void {
  tell(note, "note");
  for (const [k, result] of results.entries()) {
    tell(result.evidence, "results", k, "evidence");
    tell(result.model, "results", k, "model");
    tell(result.arm, "results", k, "arm");
  }
  for (const [k, line] of tasks.entries()) {
    tell(line.arm, "tasks", k, "arm");
    tell(line.note, "tasks", k, "note");
  }
  for (const [k, line] of spend.entries()) tell(line.note, "spend", k, "note");
  for (const [k, line] of time.entries()) tell(line.what, "time", k, "what");
  for (const [k, risk] of risks.entries()) {
    tell(risk.note, "risks", k, "note");
    tell(risk.evidence, "risks", k, "evidence");
  }
  for (const [k, word] of attest.entries()) {
    tell(word.evidence, "attest", k, "evidence");
    tell(word.note, "attest", k, "note");
  }
  for (const [k, run] of runs.entries()) {
    tell(run.command, "runs", k, "command");
    tell(run.tail, "runs", k, "tail");
  }
  tell(undo?.reason, "undo", "reason");
  tell(amend?.reason, "amend", "reason");
  tell(decision?.why, "decision", "why");
  tell(decision?.override, "decision", "override");
  for (const [k, waiver] of (waivers ?? []).entries()) tell(waiver.reason, "waivers", k, "reason");
}
