import { gravityOf } from "../../diagnostics/gravity.ts";
import type { LocatedDiagnostic } from "../../diagnostics/diagnostic.ts";
import { nextActions } from "../../domain/next/next-actions.ts";
import { longDateLabel } from "../../domain/scalars/calendar.ts";
import { bareMoneyLabel, countLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { compareMoney, subtractMoney } from "../../domain/scalars/money.ts";
import { outcomeLabel } from "../../domain/standing/outcome.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { actWords } from "../../wording/acts.ts";
import { evalWording, killVerdictLabel } from "../../wording/evals.ts";
import { upperFirst } from "../../wording/first-letter.ts";
import { killClause } from "../../wording/kill-reasons.ts";
import { alarmClause, recommendationClause, wordSentence } from "../../wording/recommendation.ts";
import { ruleSentence } from "../../wording/outcome/rule-sentence.ts";
import { oneLine } from "../text/one-line.ts";
import { changesSection, type BaseChanges } from "./changes-section.ts";
import { forestPlot } from "./forest-plot.ts";
import { idText, quietText } from "./quiet-text.ts";
import { namedAs } from "../../wording/people.ts";

/** What a comment is made from. */
export interface CommentFacts {
  readonly standing: Standing;
  readonly diagnostics: readonly LocatedDiagnostic[];
  /** Of the PoC folder, from the root of the repository; "" where it is the root. */
  readonly place: string;
  /** Undefined if no base was asked for. */
  readonly base: BaseChanges | undefined;
}

/** GitHub refuses 65,536 characters; the rest is room for what a CI system puts around. */
const MOST_CHARACTERS = 60_000;

/**
 * The state of a PoC as a comment on a pull request: one table and one picture to look at, the rest folded. It begins
 * with a hidden line that names the PoC, by which the comment is found again. What would make it too long is left out,
 * from the end, and the comment says so.
 */
export function commentText(facts: CommentFacts): string {
  const parts = [
    commentMarker(facts.place),
    headPart(facts),
    ...(facts.base === undefined ? [] : [changesSection(facts.base, facts.standing)]),
    proofPart(facts.standing),
    killPart(facts.standing),
    problemsPart(facts),
    nextPart(facts.standing),
  ].filter((part) => part !== "");
  let text = "";
  for (const part of parts) {
    if (text.length + part.length > MOST_CHARACTERS - LEFT_OUT.length) return `${text}${LEFT_OUT}`;
    text += `${part}\n\n`;
  }
  return `${text.trimEnd()}\n`;
}

const LEFT_OUT = "_The rest is left out to keep the comment short. `poc status` and `poc check` show all of it._\n";

/**
 * The first line of the comment of a PoC, closed on both sides, so that the PoC `prod` does not find the comment of
 * `non-prod`.
 */
export function commentMarker(place: string): string {
  const id = place === "" ? "." : place.split("/").map(markerPart).join("/");
  return `<!-- poc:report id="${id}" -->`;
}

/** Whatever could end the attribute or the comment is written in percent. */
function markerPart(name: string): string {
  return encodeURIComponent(name.replaceAll(/\p{Cs}/gu, "\ufffd")).replaceAll("--", "%2D%2D");
}

const MOST_REASONS = 6;

function headPart({ standing, diagnostics }: CommentFacts): string {
  const { recommendation, phase, decision, definitions } = standing;
  const title = definitions.charter?.title ?? "";
  const current = decision.current?.decision;
  const decider = decision.current && namedAs(decision.current.decision.by, decision.current.entry);
  const decided = phase === "decided" && current !== undefined;
  const outcome = decided ? `decided: ${outcomeLabel(current.outcome)}` : outcomeLabel(recommendation.outcome);
  const reasons = recommendation.reasons.slice(0, MOST_REASONS);
  const more = recommendation.reasons.length - reasons.length;
  return [
    `### ${title === "" ? "Proof of concept" : quietText(title, 120)}: ${outcome}`,
    "",
    [timeWords(standing), moneyWords(standing), problemWords(diagnostics)].map((part) => `**${part}**`).join(" · "),
    ...recommendation.alarms
      .filter(() => !decided)
      .flatMap((alarm) => ["", `**${quietText(upperFirst(alarmClause(alarm)))}.**`]),
    ...(decided ? ["", `${quietText(decider ?? "")} decided: ${quietText(current.why)}`] : []),
    "",
    (decided ? `The recommendation is ${outcomeLabel(recommendation.outcome).toLowerCase()}. ` : "") +
      ruleSentence(recommendation.rule),
    "",
    ...reasons.map((reason) => `- ${quietText(recommendationClause(reason))}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...recommendation.onWordOf.map((word) => `- ${quietText(wordSentence(word))}`),
  ].join("\n");
}

function timeWords({ timebox, phase, asOf }: Standing): string {
  if (!asOf.now) return `As of ${longDateLabel(asOf.date)}`;
  if (phase === "draft") return "Not started";
  if (timebox === undefined) return "No timebox";
  if (timebox.phase === "after") return "The timebox is over";
  const left = timebox.left === 0 ? "the last day" : `${countLabel(timebox.left, "day")} left`;
  return timebox.day === 0 ? left : `Day ${timebox.day} of ${timebox.of}, ${left}`;
}

function moneyWords({ spend: { cap, total, remaining } }: Standing): string {
  if (cap === undefined || remaining === undefined) return `${moneyLabel(total)} spent, no cap`;
  return compareMoney(total, cap) > 0
    ? `Over the cap by ${moneyLabel(subtractMoney(total, cap))}`
    : `${bareMoneyLabel(remaining)} of ${moneyLabel(cap)} left`;
}

const SEVERITIES = ["error", "warning", "note"] as const;

function problemWords(diagnostics: readonly LocatedDiagnostic[]): string {
  const counts = SEVERITIES.map((severity) => ({
    severity,
    count: diagnostics.filter(({ code }) => gravityOf(code).severity === severity).length,
  })).filter(({ count }) => count > 0);
  return counts.length === 0
    ? "Nothing wrong"
    : counts.map(({ severity, count }) => countLabel(count, severity)).join(", ");
}

const MOST_ROWS = 40;

function proofPart({ evals }: Standing): string {
  if (evals.length === 0) return "";
  const rows = evals.slice(0, MOST_ROWS).map((item) => {
    const { metric, measured, result, range, needed, verdict } = evalWording(item);
    const shown = result === "" ? measured : `${measured}, ${result}`;
    const cells = [
      quietText(metric, 120),
      shown,
      range,
      needed,
      item.eval.primary ? verdict : `${verdict} (not primary)`,
    ];
    return `| ${idText(item.eval.id)} | ${cells.map((cell) => quietText(cell)).join(" | ")} |`;
  });
  const plot = forestPlot(evals.slice(0, MOST_ROWS));
  return [
    "| eval | metric | measured | plausibly | needed | verdict |",
    "|---|---|---|---|---|---|",
    ...rows,
    ...(evals.length > MOST_ROWS ? ["", `and ${evals.length - MOST_ROWS} more evals`] : []),
    ...(plot === undefined ? [] : ["", "```text", plot, "```"]),
  ].join("\n");
}

function killPart({ kill }: Standing): string {
  if (kill.length === 0) return "";
  const open = kill.filter(({ verdict }) => verdict === "tripped" || verdict === "overdue").length;
  const head = open === 0 ? "" : `, ${open} tripped or overdue`;
  return folded(`Kill criteria: ${kill.length}${head}`, [
    "| criterion | by | verdict | |",
    "|---|---|---|---|",
    ...kill
      .slice(0, MOST_ROWS)
      .map(
        ({ criterion, verdict, because }) =>
          `| ${idText(criterion.id)} | ${criterion.by === undefined ? "no day" : longDateLabel(criterion.by)} ` +
          `| ${killVerdictLabel(verdict)} | ${quietText(killClause(because))} |`,
      ),
  ]);
}

const MOST_PROBLEMS = 40;

function problemsPart({ diagnostics, place }: CommentFacts): string {
  if (diagnostics.length === 0) return "";
  const sorted = SEVERITIES.flatMap((severity) =>
    diagnostics.filter(({ code }) => gravityOf(code).severity === severity),
  );
  const lines = sorted.slice(0, MOST_PROBLEMS).map(({ code, message, hint, location: { file, span } }) => {
    const path = place === "" ? file : `${place}/${file}`;
    const says = `**${gravityOf(code).severity}** ${idText(code)} ${quietText(message)}`;
    return `- ${idText(`${path}:${span.line}`)}: ${says}${hint === undefined ? "" : `<br>${quietText(hint)}`}`;
  });
  const more = sorted.length - lines.length;
  return folded(`Problems: ${problemWords(diagnostics)}`, [...lines, ...(more > 0 ? [`- and ${more} more`] : [])]);
}

const MOST_ACTIONS = 8;

function nextPart(standing: Standing): string {
  const actions = nextActions(standing);
  if (actions.length === 0) return "";
  return folded(
    "Next",
    actions.slice(0, MOST_ACTIONS).map((action) => {
      const { text, command } = actWords(action);
      const by = action.by === undefined ? "" : ` by ${longDateLabel(action.by)}${action.late ? " (late)" : ""}`;
      return `- ${quietText(text)}${by}${command === undefined ? "" : `: ${codeText(command)}`}`;
    }),
  );
}

function folded(title: string, lines: readonly string[]): string {
  return ["<details>", `<summary>${title}</summary>`, "", ...lines, "", "</details>"].join("\n");
}

/** A command in code; with a fence that no tick within it ends. */
function codeText(text: string): string {
  const flat = oneLine(text).replaceAll("<!--", "");
  return flat.includes("`") ? `\`\` ${flat.replaceAll("``", "''")} \`\`` : `\`${flat}\``;
}
