import type { DoctorResult, Examined, Health } from "../../app/doctor/examine.ts";

/** What the tool needs of the machine, each with what was found. */
export interface DoctorJson {
  readonly findings: readonly FindingJson[];
}

export interface FindingJson {
  readonly name: Examined;
  /** `limited`: some of the tool cannot be used. `broken`: it does not work here until that is fixed. */
  readonly health: Health;
  readonly found: string;
  /** Null where there is nothing to do. */
  readonly advice: string | null;
}

export function doctorJson({ findings }: DoctorResult): DoctorJson {
  return {
    findings: [...findings].map(([name, { health, found, advice }]) => ({
      name,
      health,
      found,
      advice: advice ?? null,
    })),
  };
}
