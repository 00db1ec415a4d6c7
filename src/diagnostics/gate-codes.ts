import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Gates that were passed, and conditions that were waived. */
export const GATE_CODES = {
  "gate-skipped": {
    severity: "error",
    kind: "breach",
    title: "A gate was passed before the one that comes before it",
    explanation: `Each gate asks for what the next one takes for granted: a pilot of something that nobody has shown
to be worth it is a pilot of nothing. The entry says that a gate was passed, but the gate before it was not. The
passage stays in the log and does not count. \`poc gate pass\` refuses it, so the entry was probably written by hand,
or the branch with the earlier passage is not merged yet.`,
    fix: `Merge the branch with the earlier passage, or pass the gates in order: \`poc gate\` says what the next one
asks for.`,
  },
  "gate-passed-twice": {
    severity: "error",
    kind: "breach",
    title: "A gate was passed twice",
    explanation: `A gate is passed once. Two entries say that this one was passed, usually from two branches, and
their approvers and conditions may differ. Until a person has withdrawn the later one, nobody can tell what the gate
was passed on.`,
    fix: 'Withdraw the later passage with a reason: `poc undo ID --reason "…"`. Both entries stay in the log.',
  },
  "gate-passed-after-start": {
    severity: "note",
    kind: "breach",
    title: "Gate 0 was passed after the clock had started",
    explanation: `Gate 0 asks whether there is a business reason to try, and what would end the work. It is meant to
be answered before anybody builds anything. Here it was passed when the work was under way, so the answer may have
been shaped by what was already known. The passage counts.`,
    fix: "No action is needed. Next time, pass gate 0 before `poc start`.",
  },
  "waiver-after-passage": {
    severity: "warning",
    kind: "breach",
    title: "A condition was waived after its gate had been passed with the condition met",
    explanation: `Somebody waived a condition of a gate that had already been passed with that condition met. Usually
two branches worked on the same gate. The passage counts, and the waiver waives nothing; but one of the two people
knew less than the other.`,
    fix: "Withdraw the waiver: `poc undo ID`.",
  },
  "waiver-expired": {
    severity: "error",
    kind: "due",
    title: "A waiver has expired and its condition is still open",
    explanation: `A gate may be passed without one of its conditions if a person answers for it until a named day. The
day has passed, and nothing in the records shows that the condition was met since. It is open again. A waiver without
an end would be another word for leaving the condition out.`,
    fix: `Close the condition (\`poc gate\` says how), or let a person answer for it again: \`poc gate waive ITEM
--reason "…" --approver "…" --until DAY\`.`,
  },
} as const satisfies Record<string, CatalogueEntry>;
