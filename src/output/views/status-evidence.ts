import { dateLabel } from "../../domain/scalars/calendar.ts";
import type { EvalStanding } from "../../domain/evidence/eval-standing.ts";
import { baselineText } from "../../domain/records/eval.ts";
import { isOpenRisk, isRaisedRisk } from "../../domain/standing/risk-standing.ts";
import type { KillStanding } from "../../domain/standing/kill-standing.ts";
import { DEFINITION_FILES, type DefinitionRole } from "../../domain/records/records.ts";
import type { UnknownStanding } from "../../domain/standing/unknown-standing.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { evalWording, killVerdictLabel, todayClause } from "../../wording/evals.ts";
import { displayWidth, pad, wrap } from "../terminal/display-width.ts";
import { cell, flow, labelled, paragraph, spaces, table, type Cell } from "../terminal/layout.ts";
import { EMPTY, line, type Safe, joinSafe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { changesOf } from "../../domain/standing/first-terms.ts";
import { firstStateClause, firstTargetClause } from "../../wording/moved-terms.ts";
import { sinceSentence } from "../../wording/since.ts";
import type { Role } from "../terminal/paint.ts";
import type { Signs } from "../terminal/signs.ts";
import { otherCases } from "../../domain/evidence/other-cases.ts";
import { otherCasesClause } from "../../wording/eval-deviations.ts";
import { drawnEval } from "../../domain/evidence/drawn-eval.ts";
import { drawnLine } from "../../domain/evidence/drawn-line.ts";
import { clearCommand, killClause } from "../../wording/kill-reasons.ts";
import { killTrippedSince } from "../../domain/standing/verdict-since.ts";
import { unknownSentence } from "../../wording/unknowns.ts";
import { raisedLabel } from "../../wording/risk-causes.ts";

const EVAL_ROLES: Readonly<Record<EvalStanding["verdict"], Role>> = {
  met: "good",
  "not met": "bad",
  unsettled: "warn",
  unmeasured: "faint",
  invalid: "bad",
};
const KILL_ROLES: Readonly<Record<KillStanding["verdict"], Role | undefined>> = {
  tripped: "bad",
  cleared: "good",
  pending: undefined,
  overdue: "bad",
};

/** What is proven so far: evals with their pictures, kill criteria, assumptions and risks. */
export function statusEvidence(standing: Standing, style: Style): readonly Safe[] {
  return [
    ...evals(standing, style),
    EMPTY,
    ...killCriteria(standing, style),
    EMPTY,
    ...unknowns(standing, style),
    ...assumptions(standing, style),
    ...risks(standing, style),
  ];
}

function heading(words: Safe, style: Style): Safe {
  return style.paint("strong", words);
}

/** Columns of the column of ids: as many as the longest needs, and no more than leave room for `rest`. */
function idColumns(ids: readonly string[], style: Style, rest = style.columns): number {
  const longest = Math.max(4, ...ids.map((id) => displayWidth(style.text(id))));
  return Math.min(longest, Math.max(Math.floor(style.columns * 0.3), style.columns - rest));
}

/** Of a verdict beside its picture, with the margins of both. */
const VERDICT = 30;

function evals(standing: Standing, style: Style): readonly Safe[] {
  const { evals: all, unreadable } = standing;
  if (all.length === 0)
    return [
      heading(line`Evals`, style),
      style.paint("warn", cannotBeRead("evals", unreadable) ?? line`  none: nothing is measured`),
    ];
  const width = Math.min(40, Math.max(16, Math.floor(style.columns * 0.26)));
  const most = idColumns(
    all.map(({ eval: item }) => item.id),
    style,
    width + VERDICT,
  );
  const words = heading(line`Evals`, style);
  const legend = pictureLegend(style.signs);
  const indent = most + 4;
  const fits = all.some(({ judged }) => judged !== undefined) && indent + displayWidth(legend) <= style.columns;
  const head = fits ? line`${pad(words, indent)}${style.paint("faint", legend)}` : words;
  return [head, ...all.flatMap((item) => evalLines(item, standing, style, most, width))];
}

function evalLines(
  item: EvalStanding,
  { first, amendments }: Standing,
  style: Style,
  most: number,
  width: number,
): readonly Safe[] {
  const then = first.evals.find((one) => one.eval.id === item.eval.id);
  const wording = evalWording(item);
  const { verdict } = item;
  const head = table(
    [
      {
        cells: [
          cell(pad(style.text(item.eval.id), most), item.eval.primary ? "strong" : undefined),
          cell(intervalPicture(item, width, style.signs)),
        ],
        tail: cell(style.text(wording.verdict), EVAL_ROLES[verdict]),
      },
    ],
    style,
    { indent: 2, most: [most, width], tailLines: 2 },
  );
  const indent = style.columns < 100 ? 4 : most + 4;
  const agreed =
    then === undefined
      ? []
      : [cell(style.text(firstTargetClause(then, item, changesOf(`evals.${item.eval.id}`, amendments))), "warn")];
  const facts = flow([...evalFacts(item, style), ...agreed], style, style.columns - indent);
  return [...head, ...facts.map((text) => line`${spaces(indent)}${text}`)];
}

/**
 * The numbers beside the picture: result and what was needed, the range, the counts, and why there is no verdict yet.
 */
function evalFacts(item: EvalStanding, style: Style): readonly Cell[] {
  const { result, range, needed, counts, measured, why } = evalWording(item);
  const fact = (text: string, role?: Role) => (text === "" ? [] : [cell(style.text(text), role)]);
  const shown = result === "" ? measured : result;
  const before =
    item.judged === undefined && item.eval.baseline !== undefined ? `before: ${baselineText(item.eval.baseline)}` : "";
  const against =
    needed === ""
      ? fact("no target is set", "warn")
      : fact(shown === "" ? `needed ${needed}` : `${shown}, needed ${needed}`);
  const settled =
    item.verdict === "met" ||
    item.verdict === "not met" ||
    item.verdict === "unmeasured" ||
    (item.interim && item.change !== undefined);
  return [
    ...against,
    ...fact(range === "" ? "" : `plausibly ${range}`),
    ...fact(result === "" ? before : counts, "faint"),
    ...fact(todayClause(item), "faint"),
    ...fact(otherCasesFact(item), "warn"),
    ...fact(item.armPickedBy === undefined ? "" : `on the arm that ${item.armPickedBy} picked`, "faint"),
    ...fact(
      item.arms.length > 1 ? `best of ${item.arms.length} arms${item.confirmed ? ", confirmed" : ""}` : "",
      "faint",
    ),
    ...fact(settled ? "" : why, item.verdict === "invalid" ? "bad" : "faint"),
    ...fact(item.eval.primary ? "" : "not primary", "faint"),
  ];
}

/** Only of the result that is judged: what was run before it decides nothing. */
function otherCasesFact(item: EvalStanding): string {
  const other = otherCases(item);
  return other === undefined || item.judged === undefined || !other.results.includes(item.judged)
    ? ""
    : otherCasesClause(other);
}

/** An empty list says nothing where its file could not be read. */
function cannotBeRead(role: DefinitionRole, unreadable: Standing["unreadable"]): Safe | undefined {
  return unreadable.some((place) => place.file === DEFINITION_FILES[role]) ? line`  none that can be read` : undefined;
}

function killCriteria({ kill, unreadable, history, first, amendments }: Standing, style: Style): readonly Safe[] {
  if (kill.length === 0)
    return [
      heading(line`Kill criteria`, style),
      style.paint("warn", cannotBeRead("killCriteria", unreadable) ?? line`  none: nothing would end the work`),
    ];
  const rows = kill.map((item) => ({
    cells: [
      cell(style.text(item.criterion.id)),
      item.criterion.by === undefined ? cell(line`no day`, "warn") : cell(style.text(dateLabel(item.criterion.by))),
      cell(style.text(killVerdictLabel(item.verdict)), KILL_ROLES[item.verdict]),
    ],
    tail: cell(style.text(killClause(item.because)), "faint"),
  }));
  const since = kill.flatMap((now) => {
    const { criterion, verdict, because } = now;
    const tripped = verdict === "tripped" ? killTrippedSince(history, criterion.id) : undefined;
    const then = first.kill.find((item) => item.criterion.id === criterion.id);
    const agreed =
      then === undefined
        ? ""
        : `${criterion.id}, ${firstStateClause(then, now, changesOf(`kill-criteria.${criterion.id}`, amendments))}`;
    const clear = because.code === "stays-tripped" ? `To clear it: ${clearCommand(criterion.id)}` : "";
    return [
      ...(tripped === undefined ? [] : paragraph(style.text(sinceSentence(criterion.id, tripped)), style, 2, "bad")),
      ...(agreed === "" ? [] : paragraph(style.text(agreed), style, 2, "warn")),
      ...(clear === "" ? [] : paragraph(style.text(clear), style, 2)),
    ];
  });
  return [
    heading(line`Kill criteria`, style),
    ...table(rows, style, {
      indent: 2,
      most: [
        idColumns(
          kill.map((item) => item.criterion.id),
          style,
        ),
      ],
    }),
    ...since,
  ];
}

const LABEL = 14;

const ANSWER_ROLES: Readonly<Record<UnknownStanding["state"], Role | undefined>> = {
  yes: "good",
  no: "bad",
  open: undefined,
};

/** Each with its answer below it; a charter that names none is told of by a check. */
function unknowns({ unknowns: all }: Standing, style: Style): readonly Safe[] {
  if (all.length === 0) return [];
  const width = style.columns - LABEL;
  const lines = all.flatMap((item) => [
    ...wrap(style.text(item.unknown.question), width),
    ...wrap(style.text(unknownSentence(item)), width).map((text) => {
      const role = ANSWER_ROLES[item.state];
      return role === undefined ? text : style.paint(role, text);
    }),
  ]);
  return labelled(cell(line`Unknowns`, "strong"), lines, style, LABEL);
}

function assumptions({ assumptions: all }: Standing, style: Style): readonly Safe[] {
  const unwritten = all
    .filter((item) => item.assumption.statement === undefined && item.state === "open")
    .map((item) => item.assumption.id);
  const ids = (state: string) =>
    all.flatMap(({ state: is, assumption: { id } }) => (is === state && !unwritten.includes(id) ? [id] : []));
  const contradicted = all.filter((item) => item.contradicted).map((item) => item.assumption.id);
  const facts = [
    ...group(ids("fails").length === 1 ? "fails" : "fail", ids("fails"), "bad", style),
    ...group("open", ids("open"), undefined, style),
    ...group("open, not written yet", unwritten, undefined, style),
    ...group(ids("holds").length === 1 ? "holds" : "hold", ids("holds"), "good", style),
    ...group("not as the evals show", contradicted, "warn", style),
  ];
  const lines =
    facts.length === 0 ? [style.paint("faint", line`none are stated`)] : flow(facts, style, style.columns - LABEL);
  return labelled(cell(line`Assumptions`, "strong"), lines, style, LABEL);
}

function risks({ risks: all, phase }: Standing, style: Style): readonly Safe[] {
  const open = all.filter(isOpenRisk);
  const ids = (level: string) => open.filter((item) => item.level === level).map((item) => item.risk.id);
  const facts = [
    ...group("high", ids("high"), "bad", style),
    ...group("medium", ids("medium"), "warn", style),
    ...group("not assessed", ids("unknown"), undefined, style),
  ];
  const none = all.length === 0 ? line`the register is empty` : line`none is open`;
  // Of a draft, the list of what was left open says the same field by field.
  const raised =
    phase === "draft"
      ? []
      : open
          .filter(isRaisedRisk)
          .flatMap((item) =>
            wrap(style.text(raisedLabel(item)), style.columns - LABEL).map((text) => style.paint("warn", text)),
          );
  const lines =
    facts.length === 0 ? [style.paint("faint", none)] : [...flow(facts, style, style.columns - LABEL), ...raised];
  return labelled(cell(line`Open risks`, "strong"), lines, style, LABEL);
}

const MOST_NAMED = 4;

/** `2 high: pii-in-traces, no-owner`: a count, and the names of the first few. */
function group(word: string, ids: readonly string[], role: Role | undefined, style: Style): readonly Cell[] {
  if (ids.length === 0) return [];
  const named = ids.slice(0, MOST_NAMED).join(", ");
  const rest = ids.length > MOST_NAMED ? ` and ${ids.length - MOST_NAMED} more` : "";
  return [cell(style.text(`${ids.length} ${word}: ${named}${rest}`), role)];
}

/**
 * `··├───●──┤··▸·····`: plausible range, estimate, threshold and baseline of an eval on one line of `width` columns.
 */
export function intervalPicture(standing: EvalStanding, width: number, signs: Signs): Safe {
  return joinSafe(
    drawnLine(drawnEval(standing), width).map((drawn) => signs[drawn]),
    EMPTY,
  );
}

/** What the signs of the picture mean. */
function pictureLegend(signs: Signs): Safe {
  const range = line`${signs.rangeStart}${signs.range}${signs.estimate}${signs.range}${signs.rangeEnd}`;
  const sides = line`${signs.atMost} ${signs.atLeast}`;
  return line`${range} plausible range  ${sides} needed on this side  ${signs.baseline} before`;
}
