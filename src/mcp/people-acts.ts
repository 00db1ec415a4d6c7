/**
 * Acts that stay with people: an agent keeps the log, and people answer for what is agreed, judged and decided. They
 * are no tools; an agent that calls one by its name is told what a person has to type.
 */
export interface PersonAct {
  readonly name: string;
  /** Why it is a person's, as a sentence. */
  readonly why: string;
  /** What a person types. */
  readonly command: string;
}

export const PEOPLE_ACTS: readonly PersonAct[] = [
  { name: "init", why: "People agree what a PoC is about.", command: "poc init" },
  { name: "start", why: "Freezing the terms is an agreement between people.", command: "poc start" },
  {
    name: "amend",
    why: "Changing agreed terms needs a reason and an approver.",
    command: 'poc amend --set TERM=VALUE --reason "…" --approver "…"',
  },
  {
    name: "clear",
    why: "Only a person clears a kill criterion that was tripped.",
    command: 'poc amend --clear ID --reason "…" --approver "…"',
  },
  {
    name: "decide",
    why: "The tool recommends; a person decides.",
    command: 'poc decide go|no-go|conditional|extend --why "…"',
  },
  {
    name: "gate_pass",
    why: "A person has to approve the passage of a gate.",
    command: 'poc gate pass --approver "…"',
  },
  {
    name: "gate_waive",
    why: "Waiving a condition needs a reason, an approver and a day.",
    command: 'poc gate waive ITEM --reason "…" --approver "…" --until DAY',
  },
  {
    name: "answer",
    why: "Only a person answers the question of a kill criterion, because the answer can end the work.",
    command: "poc log --answer ID=yes|no",
  },
  {
    name: "attest",
    why: "Only the person concerned can attest a commitment or an approval.",
    command: "poc log --attest ITEM=LINK",
  },
  {
    name: "followup",
    why: "What came true of a decision is the word of the person who uses the result.",
    command: 'poc followup --actual NAME=FIGURE --source "…"',
  },
  {
    name: "undo",
    why: "Only the author of an entry withdraws it.",
    command: 'poc undo ID --reason "…"',
  },
  {
    name: "checklist_run",
    why: "Only a person runs the commands of checklist items.",
    command: "poc checklist NAME --run",
  },
];

/** `gate-pass`, `poc_gate_pass` and `gate pass` mean one act. */
export function personAct(name: string): PersonAct | undefined {
  const meant = name
    .toLowerCase()
    .replaceAll(/[-\s.]+/g, "_")
    .replace(/^poc_/, "");
  return PEOPLE_ACTS.find((act) => act.name === meant);
}

/** What an agent is told: `The tool recommends; a person decides. Ask them to type: poc decide …`. */
export function personActSentence({ why, command }: PersonAct): string {
  return `${why} Ask the person to type: ${command}`;
}
