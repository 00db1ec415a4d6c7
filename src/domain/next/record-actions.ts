import type { Ask, Situation } from "./next-action.ts";

export interface RecordActs {
  readonly "fix-records": { readonly files: readonly string[] };
  /** `others`: how many more terms have drifted. `current` and `agreed` are undefined where the term is absent. */
  readonly "record-drift": {
    readonly term: string;
    readonly others: number;
    readonly file: string;
    readonly current: string | undefined;
    readonly agreed: string | undefined;
  };
}

/** Files that cannot be read, and terms that differ from what was agreed. Both distort everything else. */
export function recordActions({ standing }: Situation): readonly Ask<RecordActs>[] {
  const { unreadable, drift, phase, asOf } = standing;
  const today = { role: "engineer", by: asOf.date } as const;
  if (unreadable.length > 0)
    return [{ code: "fix-records", data: { files: [...new Set(unreadable.map(({ file }) => file))] }, ...today }];
  const [first] = drift;
  if (first === undefined || phase === "decided") return [];
  const { term, place, current, frozen } = first;
  return [
    {
      code: "record-drift",
      data: { term, others: drift.length - 1, file: place.file, current, agreed: frozen },
      ...today,
    },
  ];
}
