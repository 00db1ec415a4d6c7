import { People } from "../scalars/person.ts";
import type { Charter } from "./charter.ts";
import type { Entry } from "./entry.ts";

/** Everybody whom the records know: owner and sponsor, and the authors of the log. */
export function peopleOf(charter: Charter | undefined, log: readonly Entry[]): People {
  const { owner, sponsor } = charter ?? {};
  return new People(
    [owner, sponsor].filter((person) => person !== undefined),
    log.map(({ by }) => by),
  );
}
