import { dateLabel } from "../../domain/scalars/calendar.ts";
import { addDecimals, compareDecimals, decimal, subtractDecimals } from "../../domain/scalars/decimal.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { replacementBy } from "../../domain/spend/replacement.ts";
import { replacedLabel } from "../../wording/spend.ts";
import type { KillStanding } from "../../domain/standing/kill-standing.ts";
import { writtenOn } from "../../domain/records/seen.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { workingDates } from "../../domain/records/timebox.ts";
import { nextActions } from "../../domain/next/next-actions.ts";
import { actWords } from "../../wording/acts.ts";
import { unitCostLabel } from "../../wording/unit-cost.ts";
import { unnamedArmClause } from "../../wording/evidence/account.ts";
import { evalWording, killVerdictLabel, todayClause } from "../../wording/evals.ts";
import { displayWidth, pad, truncate, wrap } from "../terminal/display-width.ts";
import { briefFactText, entryFacts } from "../../wording/entry-facts.ts";
import { cell, labelled, type Cell } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { line, trimEndSafe, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { hoursLabel, listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import type { StoredEntry } from "../../app/log/log-entry.ts";
import type { LogResult, StandingBefore } from "../../app/log/record-entry.ts";
import { timeLeft, moneyLeft } from "../views/time-and-money.ts";
import { killClause } from "../../wording/kill-reasons.ts";
import { namedAs } from "../../wording/people.ts";

/** The part of `poc log`'s result that the answer needs. */
export type Logged = Pick<LogResult, "entry" | "standing" | "before">;

/**
 * What was stored, what is left, how far the target is, what comes next: a line each, and only the next step may take
 * more. One more says what was not taken by the letter.
 */
export function logAnswer(result: Logged & Partial<Pick<StoredEntry, "readings">>, style: Style): string {
  return linesText([
    storedLine(result, style),
    ...readLine(result.readings ?? [], style),
    answerLine(line`Left`, leftFacts(result, style), style),
    ...refundLine(result, style),
    ...proofLine(result, style),
    ...armLine(result, style),
    ...nextLine(result.standing, style),
  ]);
}

/** Money that came back, and that a cap which had been exceeded stays so in the memo. */
function refundLine({ entry, standing: { spend } }: Logged, style: Style): readonly Safe[] {
  const refunds = entry.spend.filter(({ amount }) => amount.minor < 0n);
  if (refunds.length === 0) return [];
  const back = refunds.map(({ amount }) => moneyLabel({ ...amount, minor: -amount.minor }));
  const { wasOver, cap } = spend;
  const kept =
    wasOver === undefined || cap === undefined
      ? []
      : [
          cell(
            style.text(`the cap was exceeded on ${dateLabel(writtenOn(wasOver.entry))}, and the memo keeps saying so`),
            "warn",
          ),
        ];
  return whole(line`Refund`, [cell(style.text(`${listLabel(back)} came back`)), ...kept], style);
}

const LABEL = 8;

function readLine(readings: StoredEntry["readings"], style: Style): readonly Safe[] {
  if (readings.length === 0) return [];
  const facts = readings.map(({ typed, read }) => cell(style.text(`"${typed}" as ${read}`)));
  return [answerLine(line`Read`, facts, style)];
}

/** As many facts as fit beside the label; the first is cut if it is too long by itself. */
export function answerLine(label: Safe, facts: readonly Cell[], style: Style): Safe {
  return lineOf(label, fitted(facts, style.columns - LABEL, style).text, style);
}

/** Subjects with their facts: if one fact does not fit, no later one of the same subject is shown alone. */
export function proofAnswerLine(subjects: readonly (readonly Cell[])[], style: Style): Safe {
  const room = style.columns - LABEL;
  let shown: readonly Cell[] = [];
  for (const facts of subjects) {
    let fitting = facts.length;
    while (fitted([...shown, ...facts.slice(0, fitting)], room, style).left > 0) fitting--;
    shown = [...shown, ...facts.slice(0, fitting)];
  }
  return lineOf(line`Proof`, fitted(shown, room, style).text, style);
}

function lineOf(label: Safe, text: Safe, style: Style): Safe {
  return trimEndSafe(line`${style.paint("strong", pad(label, LABEL))}${text}`);
}

/** The facts that fit into `room`, in their order, and how many were left out. */
function fitted(facts: readonly Cell[], room: number, style: Style): { readonly text: Safe; readonly left: number } {
  const { separator, ellipsis } = style.signs;
  const shown: Safe[] = [];
  let width = 0;
  let out = 0;
  for (const { text, role } of facts.filter((fact) => fact.text !== "")) {
    const gap = shown.length === 0 ? 0 : displayWidth(separator);
    const left = room - width - gap;
    // A later fact that does not fit is left out, unless enough of it fits to be understood.
    if (shown.length > 0 && displayWidth(text) > left && left < CUT) {
      out++;
      continue;
    }
    const piece = truncate(text, left, ellipsis);
    shown.push(role === undefined ? piece : style.paint(role, piece));
    width += gap + displayWidth(piece);
  }
  return { text: shown.join(separator) as Safe, left: out };
}

const CUT = 24;

/** `k7f3q2m`, when, and its content: facts before words, and how many facts did not fit. */
function storedLine({ entry, standing }: Pick<Logged, "entry" | "standing">, style: Style): Safe {
  const { timebox } = standing.definitions.charter ?? {};
  const day = timebox === undefined ? 0 : workingDates(timebox).filter((date) => date <= entry.date).length;
  const when =
    `${dateLabel(entry.date)}` +
    `${style.columns < 70 ? "" : day > 0 && standing.started !== undefined ? `, day ${day}` : ""}`;
  const facts = [
    cell(style.text(entry.id), "name"),
    cell(style.text(when)),
    ...entryFacts(entry).map((fact) => cell(style.text(briefFactText(fact)))),
  ];
  const note = entry.note === undefined ? [] : [cell(style.text(`"${entry.note.split("\n")[0]!}"`), "faint")];
  const typist = entry.recordedBy === undefined ? [] : [cell(style.text(`by ${namedAs(entry.by, entry)}`), "faint")];
  const all = fitted(facts, style.columns - LABEL, style);
  if (all.left === 0) return answerLine(line`Stored`, [...facts, ...note, ...typist], style);
  const some = fitted(facts, style.columns - LABEL - MORE, style);
  const label = style.paint("strong", pad(line`Stored`, LABEL));
  return line`${label}${some.text}${style.paint("faint", line` +${some.left} more`)}`;
}

/** Room for ` +12 more`. */
const MORE = 9;

/** Time and money left, and how the entry changed them. */
export function leftFacts({ standing, before }: Pick<Logged, "standing" | "before">, style: Style): readonly Cell[] {
  return [
    ...timeLeft(standing, style),
    moneyLeft(standing, before, style),
    ...replaced(standing, before, style),
    ...hoursLeft(standing, before, style),
  ];
}

/** `2 estimates replaced`: why the money changed by another figure than the amount. */
function replaced({ spend }: Standing, before: StandingBefore, style: Style): readonly Cell[] {
  const known = before.spend.replaced;
  const items = spend.replaced.replacements
    .filter(({ by }) => replacementBy(known, by.entry.id, by.index) === undefined)
    .flatMap((one) => one.replaced);
  return items.length === 0 ? [] : [cell(style.text(`${replacedLabel(items)} replaced`))];
}

function hoursLeft({ effort }: Standing, before: StandingBefore, style: Style): readonly Cell[] {
  const added = subtractDecimals(effort.hours, before.effort.hours);
  const change =
    added.digits === 0n
      ? ""
      : added.digits < 0n
        ? ` (−${hoursLabel(subtractDecimals(decimal(0), added))})`
        : ` (+${hoursLabel(added)})`;
  if (effort.cap !== undefined) {
    const over = compareDecimals(effort.hours, effort.cap) > 0;
    const left = subtractDecimals(effort.cap, effort.hours);
    return [
      over
        ? cell(style.text(`OVER THE HOURS by ${hoursLabel(subtractDecimals(decimal(0), left))}${change}`), "bad")
        : cell(style.text(`${hoursLabel(left)} of ${hoursLabel(effort.cap)}${change}`)),
    ];
  }
  return change === ""
    ? []
    : [cell(style.text(`${hoursLabel(addDecimals(effort.hours, decimal(0)))} so far${change}`), "faint")];
}

/** What the entry settled or unsettled; if it settled nothing, the distance to the primary target. */
function proofLine({ entry, standing, before }: Logged, style: Style): readonly Safe[] {
  const tripped = standing.kill.filter(
    (item) => item.verdict !== before.kill.find((old) => old.criterion.id === item.criterion.id)?.verdict,
  );
  const logged = standing.evals.filter((item) => entry.results.some((result) => result.eval === item.eval.id));
  // The measurement is beside it, so the reason would repeat it and leave no room for the target.
  const reason = ({ criterion, because }: KillStanding) =>
    logged.some((item) => item.eval.id === criterion.when?.metric) ? "" : `: ${killClause(because)}`;
  const stays = standing.kill.filter(
    (item) =>
      item.because.code === "stays-tripped" &&
      !tripped.includes(item) &&
      (entry.answers.has(item.criterion.id) || logged.some(({ eval: { id } }) => id === item.criterion.when?.metric)),
  );
  const kept = stays.map(({ criterion: { id } }) => cell(style.text(`${id} stays TRIPPED until it is cleared`), "bad"));
  const changed = tripped.map((item) =>
    cell(
      style.text(`${item.criterion.id} ${killVerdictLabel(item.verdict)}${reason(item)}`),
      item.verdict === "tripped" ? "bad" : item.verdict === "cleared" ? "good" : undefined,
    ),
  );
  const kill = [...changed, ...kept].map((fact) => [fact]);
  const shown = logged.length > 0 ? logged : kill.length > 0 ? [] : primaryEval(standing);
  const evals = shown.map((item) => evalFacts(item, style));
  const tasks =
    entry.tasks.length === 0 || standing.unit.cost === undefined
      ? []
      : [[cell(style.text(unitCostLabel(standing.unit.cost)))]];
  // What was measured comes before what the entry does not touch.
  const facts = logged.length > 0 ? [...kill, ...evals, ...tasks] : [...kill, ...tasks, ...evals];
  return facts.length === 0 ? [] : [proofAnswerLine(facts, style)];
}

/** The price of an arm that was not named beforehand, when the first one comes: later ones are not news. */
function armLine({ entry, standing }: Logged, style: Style): readonly Safe[] {
  const clause = standing.evals
    .toSorted((a, b) => Number(b.eval.primary) - Number(a.eval.primary))
    .flatMap(({ account }) => unnamedArmClause(account, entry.id) ?? [])[0];
  if (clause === undefined) return [];
  return whole(line`Arms`, [cell(style.text(clause)), cell(line`poc status --account`, "name")], style);
}

/** The eval whose distance to its target shows how far the PoC has come. */
export function primaryEval({ evals }: Standing): readonly EvalStanding[] {
  return evals.filter((item) => item.eval.primary).slice(0, 1);
}

/** `wrong-rate Unsettled, leaning met`, what it shows and what was needed: its distance to the target. */
export function evalFacts(item: EvalStanding, style: Style): readonly Cell[] {
  const { verdict, result, range, needed, measured, why } = evalWording(item);
  const role =
    item.verdict === "met" ? "good" : item.verdict === "not met" || item.verdict === "invalid" ? "bad" : undefined;
  const shown = result === "" ? measured : result;
  const plausible = range === "" ? "" : `plausibly ${range}`;
  return [
    cell(style.text(`${item.eval.id} ${verdict}`), role),
    ...[
      item.verdict === "invalid" ? why : "",
      item.judged === undefined ? todayClause(item) : "",
      shown,
      needed === "" ? "" : `needed ${needed}`,
      plausible,
    ].map((text) => cell(style.text(text))),
  ];
}

/** The most pressing action and the command for it, on one line where both fit. */
export function nextLine(standing: Standing, style: Style): readonly Safe[] {
  const label = line`Next`;
  const [action] = nextActions(standing);
  if (action === undefined) return [answerLine(label, [cell(line`nothing to do now`, "faint")], style)];
  const { by, late } = action;
  const { text, command } = actWords(action);
  const day = by === undefined ? "" : `by ${dateLabel(by)}${late ? " (late)" : ""}`;
  const role = late ? "bad" : undefined;
  const what = cell(style.text(day === "" ? text : `${text}, ${day}`), role);
  if (command === undefined) return whole(label, [what], style);
  const typed = cell(style.text(command), "name");
  const width = displayWidth(what.text) + displayWidth(style.signs.separator) + displayWidth(typed.text);
  if (width <= style.columns - LABEL) return [answerLine(label, [what, typed], style)];
  return whole(label, [what, typed], style);
}

/** Cells one below the other beside the label, wrapped and never cut: what to do, then what to type. */
function whole(label: Safe, cells: readonly Cell[], style: Style): readonly Safe[] {
  const lines = cells.flatMap(({ text, role }) =>
    wrap(text, style.columns - LABEL).map((part) => (role === undefined ? part : style.paint(role, part))),
  );
  return labelled(cell(label, "strong"), lines, style, LABEL);
}
