import { rivalsClause } from "./disputes.ts";
import { disputeClause, settleCommand } from "./disputes.ts";
import { evalReasonClause } from "./eval-reasons.ts";
import { dateLabel, longDateLabel } from "../domain/scalars/calendar.ts";
import { countLabel, listLabel, moneyLabel, numberLabel } from "../domain/scalars/labels.ts";
import type { Act, ActCode, Acts } from "../domain/next/next-actions.ts";
import type { OnceSubject } from "../domain/history/disputes.ts";
import { termLabel } from "../domain/records/terms.ts";
import { outcomeLabel, type RecommendationOutcome } from "../domain/standing/outcome.ts";
import { itemClause } from "./item-reasons.ts";
import { settleEvalCommand, settleEvalText } from "./evidence/settle-eval.ts";
import { killClause } from "./kill-reasons.ts";
import { recommendationClause } from "./recommendation.ts";
import { riskClause } from "./risk-causes.ts";
import { lowerFirst } from "./first-letter.ts";

/** What a person reads of an act: the same for `status`, `log`, `next`, the memo and JSON. */
export interface ActWords {
  /** In the imperative, without a full stop: `Measure wrong-rate`. */
  readonly text: string;
  /** What in the records asks for it, as a clause: `not measured yet`. */
  readonly because: string;
  /** The command that does it or records it; undefined where it is an edit or an act of a person. */
  readonly command: string | undefined;
}

/** `text` may be said without `because`, and so may `command`: each has to make sense on its own. */
interface Row<Data> {
  readonly text: string | ((data: Data) => string);
  readonly because: string | ((data: Data) => string);
  readonly command?: string | ((data: Data) => string);
}

export function actWords<Code extends ActCode>({ code, data }: Act<Code>): ActWords {
  const row: Row<Acts[Code]> = ROWS[code];
  const said = (part: string | ((of: Acts[Code]) => string)) => (typeof part === "string" ? part : part(data));
  return {
    text: said(row.text),
    because: said(row.because),
    command: row.command === undefined ? undefined : said(row.command),
  };
}

const SETTLE: Readonly<Record<OnceSubject["kind"], string>> = {
  start: "Withdraw the later start",
  decision: "Agree on one decision",
  gate: "Withdraw the later passage of the gate",
  answer: "Find out which answer is true",
  term: "Agree on one text of the term",
  "follow-up": "Withdraw one of the answers to the forecast",
};

/** In the order of the sources in `domain/next/next-actions.ts`. */
const ROWS: { readonly [Code in ActCode]: Row<Acts[Code]> } = {
  "fix-records": {
    text: "Fix the records that cannot be read",
    because: ({ files }) => `nothing can be judged until then: ${fewLabel(files, 3)}`,
    command: "poc check",
  },
  "settle-dispute": {
    text: ({ subject }) => SETTLE[subject.kind],
    because: ({ subject, who }) =>
      `${disputeClause(subject, who.length)} (${listLabel([...new Set(who.map(({ name }) => name))])})`,
    command: ({ subject, last, said }) => settleCommand(subject, last, said),
  },
  "record-drift": {
    text: ({ term, others }) =>
      `Record or undo the change of ${termLabel(term)}` +
      (others === 0 ? "" : `, and of ${countLabel(others, "other term")}`),
    because: ({ file, current, agreed }) => `${file} says ${current ?? "nothing"}; ${agreed ?? "nothing"} was agreed`,
    command: "poc amend",
  },

  "fill-placeholders": {
    text: ({ count }) => `Fill in ${countLabel(count, "placeholder")}`,
    because: ({ files }) => `left for later in ${listLabel(files)}, not counting people and the business case`,
    command: "poc check",
  },
  "define-success": {
    text: "Define success before anybody writes code",
    because: "evals.yaml contains no primary eval with a target",
  },
  "define-kill-criterion": {
    text: "Define what would end the work",
    because: "kill-criteria.yaml contains no criterion",
  },
  "set-timebox": { text: "Set the timebox", because: "poc.yaml contains none" },
  "set-spend-cap": { text: "Set the spend cap", because: "poc.yaml contains none" },
  "fix-terms": {
    text: ({ count }) =>
      count === 1 ? "Fix what a start would refuse" : `Fix what a start would refuse, in ${count} places`,
    because: ({ first }) => first,
    command: "poc start",
  },
  "freeze-terms": {
    text: "Freeze the terms and start the clock",
    because: "the terms are complete and not frozen",
    command: "poc start",
  },
  "name-owner": { text: "Name a product owner who will adopt the MVP", because: "poc.yaml names no owner" },
  "find-sponsor": {
    text: "Find a sponsor who will read the memo and decide",
    because: "poc.yaml names no sponsor",
  },
  "name-budget": { text: "Name the budget for the MVP", because: "poc.yaml names no mvp.budget" },
  "move-stack": { text: "Move the PoC to the production stack", because: ({ why }) => itemClause(why) },

  "settle-cap-breach": {
    text: "Stop the work, or agree on another cap",
    because: ({ spent, cap }) => `${moneyLabel(spent)} of ${moneyLabel(cap)} is spent`,
    command: 'poc amend --set spend_cap="…"',
  },
  "slow-spend": {
    text: "Spend less, or agree on another cap",
    because: ({ cap, projected, breaks }) =>
      `at this rate the cap of ${moneyLabel(cap)} breaks on ${dateLabel(breaks)}` +
      (projected === undefined ? "" : `, heading for ${moneyLabel(projected)}`),
  },
  "add-exchange-rate": {
    text: ({ currency }) => `Add an exchange rate for ${currency}`,
    because: ({ currency }) => `costs.yaml contains none, so spend in ${currency} is not counted`,
  },

  "answer-kill-criterion": {
    text: ({ id }) => `Answer kill criterion ${id}`,
    because: ({ ask }) => `not answered yet: ${ask}`,
    command: ({ id }) => `poc log --answer ${id}=yes|no`,
  },
  "settle-kill-criterion": {
    text: ({ id }) => `Settle kill criterion ${id}`,
    because: ({ why }) => killClause(why),
  },
  "measure-eval": {
    text: ({ id, early }) => (early ? `Measure ${id} in full` : `Measure ${id}`),
    because: ({ id, metric, early, cases, planned, kill }) =>
      (metric === undefined || metric === id ? "" : `${metric}: `) +
      (early ? `only an early look so far${lookLabel(cases, planned)}` : "not measured yet") +
      neededLabel(kill),
    command: ({ id }) => `poc log --eval ${id}=…`,
  },
  "settle-eval": {
    text: ({ id, why, kill }) => settleEvalText(id, why, kill),
    because: ({ why, kill }) =>
      (why === undefined ? "more cases are needed" : evalReasonClause(why)) + neededLabel(kill),
    command: ({ id, why, kill }) => settleEvalCommand(id, why, kill),
  },
  "fix-result": {
    text: ({ id }) => `Fix the result of ${id}`,
    because: ({ why }) => (why === undefined ? "it contradicts itself" : evalReasonClause(why)),
    command: ({ id }) => `poc show --eval ${id}`,
  },
  "check-assumption": {
    text: ({ id, statement }) =>
      statement === undefined ? `Find out whether ${id} holds` : `Find out whether this holds: ${statement}`,
    because: ({ id }) => `assumption ${id} is open, and no eval tests it`,
    command: ({ id }) => `poc log --assume ${id}=holds|fails`,
  },
  "log-work": {
    text: "Log what happened, what it cost and how long it took",
    because: ({ days, since }) =>
      `nothing was logged for ${countLabel(days, "working day")}, since ${dateLabel(since)}`,
    command: 'poc log --date yesterday "…"',
  },

  "render-memo": {
    text: ({ recommended }) => `Render the memo${recommendedLabel(recommended)}`,
    because: "there is no decision memo in memos/",
    command: "poc memo",
  },
  decide: {
    text: ({ recommended, memo }) =>
      (memo === undefined ? "Decide" : "Read the memo and decide") +
      (recommendedLabel(recommended) || " whether to go on"),
    because: ({ recommended, rule, memo }) =>
      (memo === undefined ? "" : `memos/${memo}; `) +
      (recommendedLabel(recommended) === ""
        ? `the recommendation is ${outcomeLabel(recommended).toLowerCase()} (${rule})`
        : `rule ${rule}`),
    command: "poc decide go|no-go|conditional",
  },
  "settle-decisions": {
    text: "Agree on one decision",
    because: ({ decisions }) => rivalsClause(decisions),
    command: "poc decide go|no-go|conditional --supersede",
  },
  "meet-condition": {
    text: ({ what }) => `Meet the condition: ${what}`,
    because: ({ outcome, decider, owner }) =>
      `a condition of the ${outcomeLabel(outcome).toLowerCase()} by ${decider.name}` +
      (owner === undefined ? "" : `; ${owner.name} is responsible`),
  },
  "decide-again": {
    text: ({ others }) =>
      others === 0
        ? "Decide again: a kill criterion was tripped after the decision"
        : `Decide again: ${others + 1} kill criteria were tripped after the decision`,
    because: ({ criterion, why }) => `${criterion.replace(/\.$/, "")}: ${killClause(why)}`,
    command: "poc decide no-go --supersede",
  },
  "review-decision": {
    text: ({ outcome }) =>
      `Look at the decision again: the records no longer support the ${lowerFirst(outcomeLabel(outcome))}`,
    because: ({ recommended, reason }) => {
      const why = reason === undefined ? "" : `: ${recommendationClause(reason)}`;
      return `${outcomeLabel(recommended)} is recommended today${why}`;
    },
    command: "poc decide go|no-go --supersede",
  },
  "confirm-conditions": {
    text: "Check that the conditions are met, and decide finally",
    because: ({ last }) => `the last of them was due on ${dateLabel(last)}`,
    command: "poc decide go --supersede --met …",
  },
  stop: {
    text: "Stop: tear the sandbox down, revoke its keys, delete the copies of data",
    because: ({ decider }) => `${decider.name} decided no-go`,
    command: "poc checklist teardown",
  },
  "go-on": {
    text: ({ gate, title }) =>
      gate === undefined
        ? "Take it to a proof of value, with real users and a budget"
        : `Continue from gate ${gate}, ${title ?? ""}`,
    because: ({ gate }) => (gate === undefined ? "the decision is to go on" : `gate ${gate} is passed`),
    command: "poc gate",
  },

  "follow-up": {
    text: ({ outcome }) => `Record the actual figures after the ${outcomeLabel(outcome).toLowerCase()}`,
    because: ({ decided, names }) => `on ${longDateLabel(decided)} the records promised ${fewLabel(names, 4)}`,
    command: ({ names }) => `poc followup ${names.map((name) => `--actual ${name}=…`).join(" ")} --source "…"`,
  },

  "renew-waiver": {
    text: ({ item }) => `Close ${item}, or waive it again`,
    because: ({ approver, reason }) => `its waiver by ${approver.name} has expired: ${reason}`,
    command: ({ item }) => `poc gate waive ${item} --reason "…" --approver "…" --until DAY`,
  },
  "pass-gate": {
    text: ({ title }) => `Get ${title} approved`,
    because: ({ gate }) => `all conditions of gate ${gate} are met`,
    command: 'poc gate pass --approver "…"',
  },
  "close-gate-conditions": {
    text: ({ gate, title, open }) =>
      `Close the open ${open.length === 1 ? "condition" : "conditions"} of gate ${gate}, ${title}`,
    because: ({ open, first }) => first + (open.length === 1 ? "" : `, and ${countLabel(open.length - 1, "other")}`),
    command: "poc gate",
  },

  "complete-case": {
    text: "Complete the business case",
    because: ({ missing }) => `value.yaml lacks ${fewLabel(missing, 4)}`,
  },
  "set-value-threshold": {
    text: "Set the threshold that the idea has to meet",
    because: "value.yaml contains none",
  },
  "source-inputs": {
    text: "Find sources for the figures that are only asserted",
    because: ({ inputs }) => `in value.yaml: ${fewLabel(inputs, 4)}`,
  },
  "commit-budget": {
    text: ({ budget, owner }) => `Commit ${moneyLabel(budget)} to the MVP, in writing, together with ${owner.name}`,
    because: ({ why }) => `exit criterion committed: ${itemClause(why)}`,
    command: ({ item }) => `poc log --attest ${item}=LINK`,
  },
  "close-exit-criterion": {
    text: ({ text }) => `Close the exit criterion: ${lowerFirst(text)}`,
    because: ({ why }) => itemClause(why),
    command: "poc checklist exit",
  },

  "rate-risk": {
    text: ({ id, question }) => `Rate this risk: ${question === undefined ? id : questionLabel(question)}`,
    because: ({ id }) => `${id} is not rated yet`,
    command: ({ id }) => `poc log --risk ${id}=low|medium|high`,
  },
  "respond-to-risk": {
    text: ({ id }) => `Respond to the risk ${id}`,
    because: ({ why }) => riskClause(why),
    command: ({ id }) => `poc log --risk "${id}=low: why"`,
  },
  "cover-risk": {
    text: ({ id, lacks }) => `Name ${listLabel(lacks.map((field) => ARTICLES[field]))} for the risk ${id}`,
    because: ({ lacks }) => `it is high, and risks.yaml names ${lacks.length === 1 ? "none" : "neither"}`,
  },

  "attest-item": {
    text: ({ text, failed }) => `${failed ? "Fix" : "Tick off"}: ${text}`,
    because: openItemLabel,
    command: ({ item }) => `poc log --attest ${item}=LINK`,
  },
  "run-item": {
    text: ({ text, failed }) => `${failed ? "Fix" : "Run the check"}: ${text}`,
    because: openItemLabel,
    command: ({ list }) => `poc checklist ${list} --run`,
  },
  "close-item": {
    text: ({ text, failed }) => `${failed ? "Fix" : "Close"}: ${text}`,
    because: openItemLabel,
  },
};

const ARTICLES = { owner: "an owner", mitigation: "a mitigation" } as const;

/** `open on mvp`, `fails on release: npm test ended with 1`. */
function openItemLabel({ list, failed, why }: Acts["attest-item"]): string {
  return `${failed ? "fails on" : "open on"} ${list}${why === undefined ? "" : `: ${itemClause(why)}`}`;
}

/** `, 120 of 400 cases`; "" where the one or the other is unknown. */
function lookLabel(cases: number | undefined, planned: number | undefined): string {
  return cases === undefined || planned === undefined ? "" : `, ${numberLabel(cases)} of ${numberLabel(planned)} cases`;
}

/** `; kill criterion no-better needs it`; "" where none does. */
function neededLabel(kill: readonly string[]): string {
  if (kill.length === 0) return "";
  return kill.length === 1 ? `; kill criterion ${kill[0]} needs it` : `; kill criteria ${listLabel(kill)} need it`;
}

/** `: the recommendation is no-go`; "" where nothing is settled yet. */
function recommendedLabel(outcome: RecommendationOutcome): string {
  const settled = outcome === "go" || outcome === "no-go";
  return settled ? `: the recommendation is ${outcomeLabel(outcome).toLowerCase()}` : "";
}

/** `users, tasks_per_day, minutes_saved, hourly_rate and 2 more`. */
function fewLabel(names: readonly string[], most: number): string {
  return names.length <= most ? listLabel(names) : `${names.slice(0, most).join(", ")} and ${names.length - most} more`;
}

/** A question that follows a colon; a name at its start keeps its capital. */
function questionLabel(question: string): string {
  return /^(?:Who|What|Which|Where|When|Why|How|Can|Could|Will|Would|Do|Does|Did|Is|Are|Has|Have|May) /.test(question)
    ? lowerFirst(question)
    : question;
}
