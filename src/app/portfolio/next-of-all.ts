import type { NextAction, RoleActions } from "../../domain/next/next-actions.ts";
import { isMeantBy } from "../../domain/portfolio/row-order.ts";
import type { CivilDate } from "../../domain/scalars/calendar.ts";
import { personText, type Person, type Role } from "../../domain/scalars/person.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { DiagnosedFault, FileFault } from "../ports/faults.ts";
import type { Context } from "../ports/ports.ts";
import { readNext } from "../views/read-next.ts";
import type { ClosedFolder } from "./find-pocs.ts";
import { inTurn } from "./many-pocs.ts";
import { openPortfolio } from "./open-portfolio.ts";

export interface NextOfAllRequest {
  /** Folders, patterns, files; none is the current directory. */
  readonly named: readonly string[];
  readonly asOf: string | undefined;
  /** One role, or all of them. */
  readonly role: Role | undefined;
  /** A part of the name or address of the person that acts wait for; undefined is everybody. */
  readonly person: string | undefined;
}

/** An act, and the PoC that asks for it. */
export interface WaitingAct<Told> extends Pick<NextAction, "role" | "who" | "by" | "late"> {
  /** Absolute path of the PoC. */
  readonly path: string;
  /** Empty where the charter has none. */
  readonly title: string;
  /** The day that it was asked for, in the zone of the PoC. */
  readonly asOf: CivilDate;
  /** What is told of the act itself. */
  readonly told: Told;
}

export interface NextOfAll<Told> {
  /** The most pressing first, across PoCs. */
  readonly acts: readonly WaitingAct<Told>[];
  readonly pocs: number;
  /** The title of each PoC by its path, also of those that nothing waits in: two may share one. */
  readonly titles: ReadonlyMap<string, string>;
  /** Everybody whom the records name, each once. */
  readonly people: readonly Person[];
  /** PoCs and folders that could not be read. */
  readonly notRead: readonly ClosedFolder[];
}

/**
 * What waits for people in all PoCs of a portfolio: for each what `poc next` says of it.
 *
 * @param tell makes of an act what is to be told of it, so that the records behind it need not be held until all PoCs
 *   have been read
 */
export async function nextOfAll<Told>(
  context: Context,
  request: NextOfAllRequest,
  tell: (action: NextAction) => Told,
): Promise<NextOfAll<Told>> {
  const { places, closed } = await openPortfolio(context, request.named);
  const acts: WaitingAct<Told>[] = [];
  const titles = new Map<string, string>();
  const people = new Map<string, Person>();
  const notRead: ClosedFolder[] = [...closed];
  for await (const { path, hasCharter } of inTurn(context, places)) {
    if (!hasCharter) {
      notRead.push({ path, why: "poc.yaml is missing" });
      continue;
    }
    try {
      const { standing, roles } = await readNext(context, { directory: path, asOf: request.asOf, role: undefined });
      const title = standing.definitions.charter?.title ?? "";
      titles.set(path, title);
      for (const person of peopleOf(standing, roles)) people.set(personText(person), person);
      const asked = roles.flatMap(({ role, actions }) =>
        request.role === undefined || role === request.role ? actions : [],
      );
      const meant = asked.filter(({ who }) => request.person === undefined || isMeantBy(who, request.person));
      for (const action of meant) {
        const { role, who, by, late } = action;
        acts.push({ path, title, asOf: standing.asOf.date, role, who, by, late, told: tell(action) });
      }
    } catch (fault) {
      if (!(fault instanceof FileFault || fault instanceof DiagnosedFault)) throw fault;
      notRead.push({ path, why: fault.message });
    }
  }
  return { acts: acts.sort(byPress), pocs: places.length, titles, people: [...people.values()], notRead };
}

function peopleOf({ definitions: { charter }, log }: Standing, roles: readonly RoleActions[]): readonly Person[] {
  const named = [charter?.owner, charter?.sponsor, ...roles.flatMap(({ actions }) => actions.map(({ who }) => who))];
  return [...named.filter((one) => one !== undefined), ...log.counted.map(({ by }) => by)];
}

/** By day, what has none last. The sort is stable, so that the acts of one PoC keep their order. */
function byPress(a: WaitingAct<unknown>, b: WaitingAct<unknown>): number {
  const [left, right] = [a.by ?? "9999", b.by ?? "9999"];
  return left < right ? -1 : left > right ? 1 : 0;
}
