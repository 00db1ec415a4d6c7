import type { CivilDate } from "../scalars/calendar.ts";
import type { Entry, RiskNote } from "../records/entry.ts";
import type { Person } from "../scalars/person.ts";
import type { RaisedCause, RiskReason } from "./raised-risks.ts";
import { CAUSES_OF_DEATH, type CauseOfDeath, type Risk, type RiskLevel } from "../records/risk.ts";
import { saying } from "../records/log.ts";

/** A person's word against what the records say: a level with a note, logged when the records already said it. */
export interface RiskAnswer {
  readonly level: RiskLevel;
  readonly by: Person;
  readonly date: CivilDate;
  readonly note: string;
  readonly entry: string;
}

/** Whether the records raise a risk, and what a person said about it. */
export interface RiskRaised {
  /** What they say. */
  readonly because: RiskReason;
  readonly entries: readonly string[];
  /** Undefined where nobody answered: then the risk is high, whatever was said before. */
  readonly answer: RiskAnswer | undefined;
}

/** A risk with what the log says of it. Risks that only the log or the records name are part of the register too. */
export interface RiskStanding {
  readonly risk: Risk;
  /** The latest word: of the log, else of the register; high where the records raise it and nobody answered. */
  readonly level: RiskLevel;
  /** The latest word of people. */
  readonly stated: RiskLevel;
  readonly raised: RiskRaised | undefined;
  readonly note: string | undefined;
  /** Where it can be seen: the latest that was logged, else that of the register. */
  readonly evidence: string | undefined;
  readonly entries: readonly string[];
  readonly inRegister: boolean;
}

interface LoggedNote {
  readonly note: RiskNote;
  readonly entry: Entry;
}

/**
 * Every risk of the register, of the log and of the records. What the records raise is high until a person has answered
 * it with a level and a note, logged no earlier than the records raised it; any other has the latest level that was
 * said.
 */
export function riskStandings(
  register: readonly Risk[],
  counted: readonly Entry[],
  raised: ReadonlyMap<CauseOfDeath, RaisedCause> = new Map(),
): readonly RiskStanding[] {
  const notes = saying(counted, "risks").flatMap((entry) => entry.risks.map((note): LoggedNote => ({ note, entry })));
  const ids = new Set(register.map(({ id }) => id));
  const known: Risk[] = [...register];
  const add = (id: string, more: Partial<Risk> = {}) => {
    if (!ids.has(id)) known.push({ id, level: "unknown", ...more });
    ids.add(id);
  };
  for (const { note } of notes) add(note.id);
  for (const cause of raised.keys())
    if (!known.some((risk) => causeOf(risk) === cause))
      add(cause, { cause, question: CAUSES_OF_DEATH[cause].question });
  const own = notesById(notes);
  /** A cause that two risks have is raised in the first. */
  const told = new Set<CauseOfDeath>();
  return known.map((risk, index) => {
    const cause = causeOf(risk);
    const shown = cause === undefined || told.has(cause) ? undefined : raised.get(cause);
    if (cause !== undefined) told.add(cause);
    return riskStanding(risk, own.get(risk.id) ?? [], shown, index < register.length);
  });
}

function notesById(notes: readonly LoggedNote[]): ReadonlyMap<string, readonly LoggedNote[]> {
  const byId = new Map<string, LoggedNote[]>();
  for (const one of notes) {
    const own = byId.get(one.note.id);
    if (own === undefined) byId.set(one.note.id, [one]);
    else own.push(one);
  }
  return byId;
}

/** A risk that is called like a cause of death is that one, whether it says so or not. */
export function causeOf({ id, cause }: Pick<Risk, "id" | "cause">): CauseOfDeath | undefined {
  return cause ?? (Object.hasOwn(CAUSES_OF_DEATH, id) ? (id as CauseOfDeath) : undefined);
}

function riskStanding(
  risk: Risk,
  own: readonly LoggedNote[],
  shown: RaisedCause | undefined,
  inRegister: boolean,
): RiskStanding {
  const stated = own.at(-1)?.note.level ?? risk.level;
  const raised = shown && { because: shown.because, entries: shown.entries, answer: answerTo(shown, own) };
  return {
    risk,
    level: raised === undefined ? stated : (raised.answer?.level ?? "high"),
    stated,
    raised,
    note: own.findLast(({ note }) => note.note !== undefined)?.note.note,
    evidence: own.findLast(({ note }) => note.evidence !== undefined)?.note.evidence ?? risk.evidence,
    entries: own.map(({ entry }) => entry.id),
    inRegister,
  };
}

/** The last word of people counts, if it says why and came no earlier than what it answers. */
function answerTo({ since }: RaisedCause, own: readonly LoggedNote[]): RiskAnswer | undefined {
  const last = own.at(-1);
  if (last === undefined || last.note.note === undefined || last.note.level === "unknown") return undefined;
  const { note, entry } = last;
  if (since !== undefined && entry.date < since) return undefined;
  return { level: note.level, by: entry.by, date: entry.date, note: last.note.note, entry: entry.id };
}

/** A risk that may still stop the work: anything but low and closed. */
export function isOpenRisk(standing: RiskStanding): boolean {
  return standing.level !== "closed" && standing.level !== "low";
}

/** Whether the records raise it and nobody has answered. */
export function isRaisedRisk({ raised }: RiskStanding): boolean {
  return raised !== undefined && raised.answer === undefined;
}
