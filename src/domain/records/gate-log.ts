import { evidenceForm } from "./evidence-link.ts";
import type { CivilDate } from "../scalars/calendar.ts";
import type { Attestation, Entry, GatePassage, Waiver } from "./entry.ts";
import { saying } from "./log.ts";

/** A gate that was passed, with the entry that says so. */
export interface LoggedPassage {
  readonly entry: Entry;
  readonly passage: GatePassage;
}

/** A condition that was waived, with the entry that says so. */
export interface LoggedWaiver {
  readonly entry: Entry;
  /** Index within the entry's `waivers`. */
  readonly index: number;
  readonly waiver: Waiver;
  /** Whether its last day is over. */
  readonly expired: boolean;
}

/** What the log says about gates. Which gates exist, and what they require, is data that the log need not know. */
export interface GateLog {
  /** Gates that were passed one after the other, the first passage of each. */
  readonly passages: readonly LoggedPassage[];
  /** Passages that do not count, because the gate before was not passed. `poc gate pass` writes none. */
  readonly skipping: readonly LoggedPassage[];
  /** The latest waiver of each condition, oldest first. */
  readonly waivers: readonly LoggedWaiver[];
}

export function gateLog(counted: readonly Entry[], today: CivilDate): GateLog {
  const waivers = new Map<string, LoggedWaiver>();
  for (const entry of saying(counted, "waivers")) {
    for (const [index, waiver] of entry.waivers.entries()) {
      // Removed first, so that the map keeps the order of the latest.
      waivers.delete(waiver.item);
      waivers.set(waiver.item, { entry, index, waiver, expired: waiver.until < today });
    }
  }
  const passages = saying(counted, "gate").map((entry): LoggedPassage => ({ entry, passage: entry.gate }));
  return { ...inTurn(passages), waivers: [...waivers.values()] };
}

/**
 * Passages that follow on each other, and those that do not. Settled by which gate each names as the one before it:
 * two that were typed in one second may lie in the log in either order.
 */
function inTurn(written: readonly LoggedPassage[]): Pick<GateLog, "passages" | "skipping"> {
  const counted = new Map<string, LoggedPassage>();
  const passedBy = (gate: string, { entry }: LoggedPassage) =>
    (counted.get(gate)?.entry.at.epochMs ?? Infinity) <= entry.at.epochMs;
  for (let before = -1; before < counted.size;) {
    before = counted.size;
    for (const one of written) {
      const { gate, after } = one.passage;
      if (!counted.has(gate) && (after === undefined ? counted.size === 0 : passedBy(after, one)))
        counted.set(gate, one);
    }
  }
  const passages = [...counted.values()].sort((a, b) => a.entry.at.epochMs - b.entry.at.epochMs);
  return {
    passages,
    skipping: written.filter((one) => counted.get(one.passage.gate) !== one && !passedBy(one.passage.gate, one)),
  };
}

/** The part of the log in which a team stands before a gate: from the passage of the one before to its own. */
export interface GateSpan {
  /** The passage of the gate before; undefined before the first. */
  readonly since: LoggedPassage | undefined;
  /** Its own passage, where it was passed. */
  readonly passed: LoggedPassage | undefined;
  /** Whether the gate before was passed; true for the first gate. */
  readonly reached: boolean;
}

/** The span of a gate that is passed, or that comes next as far as the log can tell. */
export function gateSpan({ passages }: GateLog, gate: string, reached = true): GateSpan {
  const index = passages.findIndex(({ passage }) => passage.gate === gate);
  return index < 0
    ? { since: passages.at(-1), passed: undefined, reached }
    : { since: passages[index - 1], passed: passages[index], reached: true };
}

/** An attestation and its entry. */
export interface LoggedAttestation {
  readonly entry: Entry;
  readonly attestation: Attestation;
}

/** The latest word of a person on an item. A word without anything to look up closes nothing. */
export function lastAttestation(counted: readonly Entry[], item: string): LoggedAttestation | undefined {
  const attesting = saying(counted, "attest");
  for (let index = attesting.length - 1; index >= 0; index--) {
    const entry = attesting[index]!;
    const attestation = entry.attest.findLast((one) => one.item === item && evidenceForm(one.evidence) !== "empty");
    if (attestation !== undefined) return { entry, attestation };
  }
  return undefined;
}
