import type { OnceSubject } from "../history/disputes.ts";
import type { Person } from "../scalars/person.ts";
import type { Ask, Situation } from "./next-action.ts";

export interface RecordActs {
  readonly "fix-records": { readonly files: readonly string[] };
  /** `last`: the entry of the latest of the acts; `said`: what it came to, where there is more than one way. */
  readonly "settle-dispute": {
    readonly subject: OnceSubject;
    readonly who: readonly Person[];
    readonly last: string;
    readonly said: string | undefined;
  };
  /** `others`: how many more terms have drifted. `current` and `agreed` are undefined where the term is absent. */
  readonly "record-drift": {
    readonly term: string;
    readonly others: number;
    readonly file: string;
    readonly current: string | undefined;
    readonly agreed: string | undefined;
  };
}

/**
 * Files that cannot be read, acts that dispute each other, and terms that differ from what was agreed. All of them
 * distort everything else.
 */
export function recordActions({ standing }: Situation): readonly Ask<RecordActs>[] {
  const { unreadable, drift, phase, asOf } = standing;
  const today = { role: "engineer", by: asOf.date } as const;
  if (unreadable.length > 0)
    return [{ code: "fix-records", data: { files: [...new Set(unreadable.map(({ file }) => file))] }, ...today }];
  const settle = standing.disputes.map(({ subject, acts }): Ask<RecordActs> => {
    const last = acts.at(-1);
    const who = acts.map((act) => act.who);
    return {
      code: "settle-dispute",
      data: { subject, who, last: last?.entry.id ?? "", said: last?.said },
      entries: acts.map(({ entry }) => entry.id),
      role: "owner",
      by: asOf.date,
    };
  });
  const [first] = drift;
  if (first === undefined || phase === "decided") return settle;
  const { term, place, current, frozen } = first;
  return [
    ...settle,
    {
      code: "record-drift",
      data: { term, others: drift.length - 1, file: place.file, current, agreed: frozen },
      ...today,
    },
  ];
}
