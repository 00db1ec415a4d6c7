import type { Motivation, PocKind } from "../../../domain/records/charter.ts";
import { parsePaybackThreshold } from "../../../domain/records/value-input-text.ts";
import { moneyText, parseMoney, type Money } from "../../../domain/scalars/money.ts";
import { ok, problem, type Parsed } from "../../../domain/scalars/parsed.ts";
import { parsePerson } from "../../../domain/scalars/person.ts";
import { parseWholeWithin } from "../../../domain/scalars/whole.ts";
import { parseFirstDay } from "../first-day.ts";
import { answerOf, readBy, readList, readOption, readOptions, readText, readYesNo, type Step } from "./step.ts";

const KINDS: readonly { readonly word: PocKind; readonly about: string }[] = [
  { word: "feasibility", about: "can it be done well enough?" },
  { word: "vendor-evaluation", about: "does a product work on our data?" },
  { word: "guardrail-validation", about: "does it block what must not get through?" },
];

const REASONS: readonly { readonly word: Motivation; readonly about: string }[] = [
  { word: "business-problem", about: "a problem that costs money" },
  { word: "executive-pressure", about: "somebody wants to see AI results" },
  { word: "visibility", about: "to be seen doing AI" },
  { word: "idea-surfacing", about: "to show leadership an idea" },
  { word: "fear-of-missing-out", about: "competitors are doing it" },
  { word: "self-learning", about: "to learn" },
];

/** Most that a wizard sets up; more takes an amendment. */
const MOST_DAYS = 15;

/** The steps about the question, its reason, the people, and the limits. */
export const CHARTER_STEPS: readonly Step[] = [
  {
    name: "title",
    label: "Title",
    ask: () => "What is the title of the PoC?",
    example: () => "Retrieval for the policy assistant",
    needed: true,
    read(text, { refuseTitle }) {
      const title = text.trim();
      const reason = title === "" ? "a name" : refuseTitle(title);
      return reason === undefined ? ok(title) : problem("invalid-value", reason);
    },
  },
  {
    name: "unknown",
    label: "Unknown",
    ask: () => "What do you have to find out?",
    example: () => "Does retrieval lower the share of wrong answers on safety-critical questions?",
    read: readText,
  },
  {
    name: "secondUnknown",
    label: "Second unknown",
    ask: () => "A second unknown? (no is usual)",
    example: () => "no, or: Does it stay below 4 cents an answer? Three would be a small product",
    applies: (situation) => answerOf(situation, "unknown") !== "",
    read: readText,
  },
  {
    name: "builtBefore",
    label: "Known already",
    ask: () => "Do you already know that it works and pays off?",
    example: () => "no, unless it is a known pattern with obvious value: then you need an MVP, not a PoC",
    suggestion: () => "no",
    needed: true,
    yesNo: true,
    read: readYesNo("yes", "no"),
  },
  {
    name: "anyway",
    label: "PoC all the same",
    ask: () => "A known pattern with obvious value needs no PoC: go straight to an MVP. Continue anyway?",
    example: () => "no ends here and writes nothing; yes continues, and the charter records the advice",
    applies: (situation) => answerOf(situation, "builtBefore") === "yes",
    suggestion: () => "no",
    needed: true,
    yesNo: true,
    read: readYesNo("yes", "no"),
    ends: (answer) => (answer === "yes" ? undefined : "no PoC was set up; nothing was written"),
  },
  {
    name: "kind",
    label: "Kind",
    ask: () => "What kind of PoC is it?",
    example: () => "1, or feasibility",
    options: KINDS,
    suggestion: () => "feasibility",
    read: readOption(KINDS),
  },
  {
    name: "motivation",
    label: "Motivation",
    ask: () => "Why is it done, honestly? (one or several)",
    example: () => "1 2: a business problem, and pressure from above. None is bad, but some are a risk on their own",
    options: REASONS,
    read: readOptions(REASONS),
  },
  {
    name: "owner",
    label: "Owner",
    ask: () => "Who owns it, and will adopt the MVP?",
    example: () => "Ana Ruiz <ana@example.com>: the person who has to answer on the last day, not a team",
    read: readBy(parsePerson),
  },
  {
    name: "sponsor",
    label: "Sponsor",
    ask: () => "Who sponsors it, and decides at the end?",
    example: () => "Marta Weiss <marta@example.com>; the name alone is enough",
    read: readBy(parsePerson),
  },
  {
    name: "start",
    label: "First day",
    ask: () => "What is the first working day?",
    example: ({ today }) => `monday, or a date such as ${today}`,
    read(text, { today }) {
      const day = parseFirstDay(text, today, []);
      return day.ok ? ok(day.value) : day;
    },
  },
  {
    name: "days",
    label: "Working days",
    ask: () => "How many working days?",
    example: () => `10 are two weeks; at most ${MOST_DAYS}`,
    suggestion: () => "10",
    read: readBy((text) => parseWholeWithin(text, 1, MOST_DAYS, `two to three weeks: 1 to ${MOST_DAYS}`)),
  },
  {
    name: "cap",
    label: "Spend cap",
    ask: () => "How much money may it spend?",
    example: () => "2000 EUR; hours of the team are counted separately",
    read: (text) => amountText(parseMoney(text.trim())),
  },
  {
    name: "mvpBudget",
    label: "MVP budget",
    ask: () => "What is the budget for the MVP, if the PoC succeeds?",
    example: () => "120000 EUR, or no if there is none yet: without a budget a success leads nowhere",
    // An amount without a currency is in that of the cap.
    read: (text, situation) => {
      const cap = parseMoney(answerOf(situation, "cap"));
      return amountText(parseMoney(text.trim(), cap.ok ? cap.value.currency : undefined));
    },
  },
  {
    name: "stack",
    label: "Built on",
    ask: () => "What is it built on?",
    example: () => "python 3.12, kubernetes, azure-openai",
    read: readList,
  },
  {
    name: "productionStack",
    label: "Production",
    ask: () => "What does production run on?",
    example: () => "same, or: python 3.12, kubernetes, bedrock",
    suggestion: (situation) => (answerOf(situation, "stack") === "" ? undefined : "same"),
    read: (text, situation) => {
      const stack = answerOf(situation, "stack");
      return /^(?:the )?same$/i.test(text.trim()) && stack !== "" ? ok(stack) : readList(text);
    },
  },
];

/** The steps that must be agreed but depend on no figure. */
export const CLOSING_STEPS: readonly Step[] = [
  {
    name: "payback",
    label: "Payback within",
    ask: () => "Within how many months must the MVP pay for itself?",
    example: () => "12 months: an idea that takes longer is a no-go, however good the demo",
    read: (text, situation) => readBy(parsePaybackThreshold)(inMonths(text), situation),
  },
  {
    name: "dataAccess",
    label: "Data access",
    ask: () => "Is data access agreed, without ad-hoc pulls and borrowed logins?",
    example: () => "yes if its owners agreed; no is a high risk until they have",
    yesNo: true,
    read: readYesNo("agreed", "ad-hoc"),
  },
  {
    name: "operations",
    label: "Operations plan",
    ask: () => "Is there a plan for who would run, pay for and support it?",
    example: () => "no is usual on the first day, but a high risk until somebody has planned it",
    yesNo: true,
    read: readYesNo("planned", "none"),
  },
];

/** `2000 EUR`, without cents where there are none. */
function amountText(money: Parsed<Money>): Parsed<string> {
  return money.ok ? ok(moneyText(money.value).replace(/\.0+(?= )/, "")) : money;
}

function inMonths(text: string): string {
  const years = /^(\d{1,2}) ?(?:y|years?)$/i.exec(text.trim());
  if (years !== null) return `${Number(years[1]) * 12} months`;
  const months = /^(\d+(?:\.\d+)?) ?(?:m|mths?|mos?|months?)?$/i.exec(text.trim());
  return months === null ? text : `${months[1]} months`;
}
