import { DATA_ACCESS, MOTIVATIONS, OPERATIONS_PLANS, POC_KINDS } from "../../../domain/records/charter.ts";
import type { InitFlags } from "../init-flags.ts";

/** Everything that the wizard may ask, in the order in which it asks. */
const STEP_NAMES = [
  "title",
  "unknown",
  "secondUnknown",
  "builtBefore",
  "anyway",
  "kind",
  "motivation",
  "owner",
  "sponsor",
  "start",
  "days",
  "cap",
  "mvpBudget",
  "stack",
  "productionStack",
  "metric",
  "evalId",
  "baseline",
  "target",
  "why",
  "better",
  "measure",
  "judge",
  "minN",
  "measuredBy",
  "answered",
  "kill",
  "killId",
  "killBy",
  "payback",
  "dataAccess",
  "operations",
] as const;
export type StepName = (typeof STEP_NAMES)[number];

/** What was answered, as the flags take it; "" where it was left open. */
export type Answers = ReadonlyMap<StepName, string>;

export function isStepName(name: string): name is StepName {
  return STEP_NAMES.some((one) => one === name);
}

/** What the flags answer already. */
export function answersOf(flags: InitFlags): Answers {
  const answers = new Map<StepName, string>();
  const put = (name: StepName, text: string | undefined) => {
    if (text !== undefined) answers.set(name, text);
  };
  const [first, second] = flags.unknowns;
  put("title", flags.title?.trim());
  put("unknown", first);
  if (first !== undefined) put("secondUnknown", second ?? "");
  if (flags.patternKnown && flags.valueObvious) put("builtBefore", "yes");
  put("kind", flags.kind);
  if (flags.motivations.length > 0) put("motivation", flags.motivations.join(", "));
  put("owner", flags.owner);
  put("sponsor", flags.sponsor);
  put("start", flags.start);
  put("days", flags.days);
  put("cap", flags.cap);
  put("mvpBudget", flags.mvpBudget);
  if (flags.stack.length > 0) put("stack", flags.stack.join(", "));
  if (flags.productionStack.length > 0) put("productionStack", flags.productionStack.join(", "));
  put("metric", flags.metric);
  put("evalId", flags.evalId);
  put("baseline", flags.baseline);
  put("target", flags.target);
  put("why", flags.why);
  if (flags.higherIsBetter) put("better", "higher");
  put("measure", flags.measure);
  put("judge", flags.judge);
  put("minN", flags.minN);
  put("measuredBy", flags.measuredBy);
  put("kill", flags.killWhen ?? flags.killAsk);
  put("killId", flags.killId);
  put("killBy", flags.killBy);
  put("payback", flags.payback);
  put("dataAccess", flags.dataAccess);
  put("operations", flags.operations);
  if (flags.answeredBy.length > 0) put("answered", "");
  return answers;
}

/** The flags that would have said what was answered; what no step asks is as it was. */
export function flagsOf(flags: InitFlags, answers: Answers): InitFlags {
  const text = (name: StepName) => {
    const answer = answers.get(name);
    return answer === undefined || answer === "" ? undefined : answer;
  };
  const list = (name: StepName) =>
    (text(name) ?? "")
      .split(",")
      .map((part) => part.trim())
      .filter((part) => part !== "");
  const unknowns = [text("unknown"), text("secondUnknown")].filter((one) => one !== undefined);
  const built = text("builtBefore") === "yes";
  const kill = text("kill");
  const isCondition = kill !== undefined && isConditionText(kill);
  return {
    ...flags,
    title: text("title"),
    unknowns: flags.unknowns.length > 2 ? flags.unknowns : unknowns,
    answeredBy: flags.answeredBy.length > 0 ? flags.answeredBy : answeredBy(answers, unknowns.length),
    kind: POC_KINDS.find((kind) => kind === text("kind")),
    motivations: list("motivation").flatMap((word) => MOTIVATIONS.filter((one) => one === word)),
    owner: text("owner"),
    sponsor: text("sponsor"),
    start: text("start"),
    days: text("days"),
    cap: text("cap"),
    mvpBudget: text("mvpBudget"),
    stack: list("stack"),
    productionStack: list("productionStack"),
    metric: text("metric"),
    evalId: text("evalId"),
    baseline: text("baseline"),
    target: text("target"),
    why: text("why"),
    higherIsBetter: text("better") === "higher",
    measure: text("measure"),
    judge: text("judge"),
    minN: text("minN"),
    measuredBy: text("measuredBy"),
    killWhen: isCondition ? kill : undefined,
    killAsk: isCondition ? undefined : kill,
    killId: text("killId"),
    killBy: kill === undefined ? undefined : (answers.get("killBy") ?? ""),
    payback: text("payback"),
    patternKnown: flags.patternKnown || built,
    valueObvious: flags.valueObvious || built,
    dataAccess: DATA_ACCESS.find((word) => word === text("dataAccess")),
    operations: OPERATIONS_PLANS.find((word) => word === text("operations")),
  };
}

/** `wrong-answers > 18%`, as against a question. */
export function isConditionText(text: string): boolean {
  return /[<>≤≥]/.test(text) && !text.trimEnd().endsWith("?");
}

/** With two unknowns, a person says which of them the figure answers; the other is left for later. */
function answeredBy(answers: Answers, unknowns: number): readonly string[] {
  const id = answers.get("evalId");
  if (unknowns < 2 || id === undefined || id === "") return [];
  const chosen = answers.get("answered");
  return [chosen === "second" ? "" : id, chosen === "first" ? "" : id];
}
