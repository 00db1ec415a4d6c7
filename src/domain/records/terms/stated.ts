import { moneyText, parseMoney, type Money } from "../../scalars/money.ts";
import type { Person } from "../../scalars/person.ts";
import type { Charter } from "../charter.ts";
import type { Entry } from "../entry.ts";
import type { Facts } from "../facts.ts";
import type { Definitions } from "../records.ts";

const BUDGET = "mvp.budget";

function statementKey(id: string): string {
  return `assumptions.${id}`;
}

/**
 * What the files said of the things that an entry answers or attests, by name. None of it is frozen at the start, so an
 * edit of the files could change what a person had said.
 */
export function statedBy(
  { assumptions: answers, attest = [] }: Facts,
  { assumptions, charter }: Pick<Definitions, "assumptions" | "charter">,
): ReadonlyMap<string, string> {
  const statements = assumptions.flatMap(({ id, statement }) =>
    statement !== undefined && answers?.has(id) === true ? [[statementKey(id), oneLine(statement)] as const] : [],
  );
  const budget = attest.length === 0 ? undefined : charter?.mvpBudget;
  return new Map([...statements, ...(budget === undefined ? [] : [[BUDGET, moneyText(budget)] as const])]);
}

/** The statement of an assumption as it was answered; undefined in entries of older versions. */
export function answeredStatement({ stated }: Entry, id: string): string | undefined {
  return stated?.get(statementKey(id));
}

/** Whether two statements differ in more than their line breaks. */
export function isReworded(statement: string, answered: string): boolean {
  return oneLine(statement) !== oneLine(answered);
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, " ").trim();
}

/** A budget of the MVP that is not the one which a person's word is about. */
export interface OutgrownBudget {
  readonly by: Person;
  readonly attested: Money;
  readonly budget: Money;
}

/**
 * The budget of the MVP that a person committed to, where the one in the charter is higher or in another currency by
 * now; undefined where the word still holds, and in entries of older versions.
 */
export function outgrownBudget({ by, stated }: Entry, charter: Charter | undefined): OutgrownBudget | undefined {
  const [text, budget] = [stated?.get(BUDGET), charter?.mvpBudget];
  const attested = text === undefined ? undefined : parseMoney(text);
  if (budget === undefined || attested?.ok !== true) return undefined;
  const { value } = attested;
  const holds = value.currency === budget.currency && budget.minor <= value.minor;
  return holds ? undefined : { by, attested: value, budget };
}
