import type { Entry } from "./entry.ts";
import type { Risk, RiskLevel } from "./risk.ts";

/** A risk with what the log says of it. Risks that only the log names are part of the register too. */
export interface RiskStanding {
  readonly risk: Risk;
  /** The latest word: of the log, else of the register. */
  readonly level: RiskLevel;
  readonly note: string | undefined;
  readonly entries: readonly string[];
  readonly inRegister: boolean;
}

export function riskStandings(register: readonly Risk[], counted: readonly Entry[]): readonly RiskStanding[] {
  const notes = counted.flatMap((entry) => entry.risks.map((note) => ({ note, entry })));
  const loggedOnly = [...new Set(notes.map(({ note }) => note.id))].filter((id) => !register.some((risk) => risk.id === id));
  const risks: readonly Risk[] = [...register, ...loggedOnly.map((id): Risk => ({ id, level: "unknown" }))];
  return risks.map((risk) => {
    const own = notes.filter(({ note }) => note.id === risk.id);
    const latest = own.at(-1)?.note;
    return {
      risk,
      level: latest?.level ?? risk.level,
      note: own.findLast(({ note }) => note.note !== undefined)?.note.note,
      entries: own.map(({ entry }) => entry.id),
      inRegister: register.includes(risk),
    };
  });
}

/** A risk that may still stop the work: anything but low and closed. */
export function isOpenRisk(standing: RiskStanding): boolean {
  return standing.level !== "closed" && standing.level !== "low";
}
