import type { ValueResult } from "../../app/views/show-value.ts";
import type { Swing } from "../../domain/business-case/value-swings.ts";
import {
  aboutLabel,
  assertedClause,
  chanceClause,
  drawsClause,
  groundsClause,
  loggedCostClause,
  paybackClause,
  roughMoney,
  roughMoneySpan,
  roughMonths,
  swingEnds,
  thresholdLabels,
  breakEvenLabel,
  gradeLabel,
} from "../../wording/business-case.ts";
import type { ValueStanding, ValueInput } from "../../domain/business-case/business-case.ts";
import { displayWidth, pad } from "../terminal/display-width.ts";
import { apart, cell, flow, labelled, paragraph, table, type Cell, type Row } from "../terminal/layout.ts";
import { linesText } from "../terminal/lines-text.ts";
import { joinSafe, line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { tornadoBar, tornadoLegend, tornadoScale, type TornadoScale } from "../terminal/tornado.ts";
import { listLabel, moneyLabel } from "../../domain/scalars/labels.ts";
import { contradictionClause, faultClause, missedClauses } from "../../wording/value-clauses.ts";
import type { Role } from "../terminal/paint.ts";
import { sunkCost } from "../../domain/spend/effort.ts";
import { breakEvensOf, simulationOf, swingsOf } from "../../domain/business-case/value-outlook.ts";
import { upperFirst } from "../../wording/first-letter.ts";

/** The business case at a glance: the figures, what they rest on, how sure they are, what would turn them. */
export function valueText(
  { standing, value, changes }: Pick<ValueResult, "standing" | "value" | "changes">,
  style: Style,
): string {
  const title = paragraph(style.text(standing.definitions.charter?.title ?? "Untitled PoC"), style, 0, "strong");
  const imagined = new Set(changes.map(({ name }) => name));
  return linesText(
    apart(
      [
        [...title, ...whatIf(changes, style)],
        [
          ...verdict(value, style),
          ...figures(standing.value, value, changes.length > 0, style),
          ...sunk(standing, style),
        ],
        inputs(value, imagined, style),
        moves(value, style),
        chances(value, changes.length > 0 ? standing.value : undefined, style),
      ].filter((block) => block.length > 0),
    ),
  );
}

const LABEL = 10;

function fact(label: Safe, facts: readonly Cell[], style: Style): readonly Safe[] {
  return labelled(cell(label, "strong"), flow(facts, style, style.columns - LABEL), style, LABEL);
}

function whatIf(changes: ValueResult["changes"], style: Style): readonly Safe[] {
  if (changes.length === 0) return [];
  const said = changes.map(({ name, before, after }) => `${name} ${after}${before === "" ? "" : `, not ${before}`}`);
  return paragraph(style.text(`What if: ${said.join("; ")}. Nothing was changed.`), style, 0, "warn");
}

/** With a what-if, each figure as it would be and as it is. */
function figures(now: ValueStanding, value: ValueStanding, imagined: boolean, style: Style): readonly Safe[] {
  const limits = thresholdLabels(value);
  const was = (is: string, text: string) =>
    imagined && is !== text ? [cell(style.text(`instead of ${text}`), "faint")] : [];
  const open = cell(style.text("not known yet"), "warn");
  const impact = (of: ValueStanding) => (of.impact === undefined ? "unknown" : `${moneyLabel(of.impact)} a year`);
  const missed = (name: "payback" | "impact"): Role =>
    value.meetsThresholds === undefined ? "strong" : value.missed.includes(name) ? "bad" : "good";
  const limit = (text: string) => (text === "" ? [] : [cell(style.text(text))]);
  return [
    ...fact(
      line`Impact`,
      [
        value.impact === undefined ? open : cell(style.text(impact(value)), missed("impact")),
        ...limit(limits.impact),
        ...was(impact(value), impact(now)),
      ],
      style,
    ),
    ...fact(
      line`Payback`,
      [
        value.payback === undefined ? open : cell(style.text(paybackClause(value)), missed("payback")),
        ...limit(limits.payback),
        ...was(paybackClause(value), paybackClause(now)),
      ],
      style,
    ),
    ...(value.investment === undefined
      ? []
      : fact(
          line`Once`,
          [
            cell(style.text(`${moneyLabel(value.investment)} to build it and bring it in`)),
            ...(now.investment === undefined ? [] : was(moneyLabel(value.investment), moneyLabel(now.investment))),
          ],
          style,
        )),
  ];
}

function sunk(standing: ValueResult["standing"], style: Style): readonly Safe[] {
  const { spend, loaded } = sunkCost(standing);
  const time =
    loaded === undefined || loaded.minor === spend.minor ? "" : `, ${moneyLabel(loaded)} including staff time`;
  return fact(
    line`The PoC`,
    [cell(style.text(`${moneyLabel(spend)} spent${time}, and not part of these figures`), "faint")],
    style,
  );
}

function verdict(value: ValueStanding, style: Style): readonly Safe[] {
  const [text, role] = verdictOf(value);
  const beside = { ...style, columns: style.columns - LABEL };
  const said = value.contradictions.map((one) => `But ${contradictionClause(one)}.`);
  return labelled(
    cell(line`Verdict`, "strong"),
    [
      ...paragraph(style.text(text), beside, 0, role),
      ...said.flatMap((clause) => paragraph(style.text(clause), beside, 0, "warn")),
    ],
    style,
    LABEL,
  );
}

function verdictOf(value: ValueStanding): readonly [string, Role] {
  const { faults, missing, unread, meetsThresholds, paybackThreshold, impactThreshold } = value;
  if (unread.length > 0) return [`CANNOT BE JUDGED: ${listLabel(unread)} cannot be read`, "bad"];
  if (faults.length > 0) return [`CANNOT BE JUDGED: ${listLabel(faults.map(faultClause))}`, "bad"];
  if (missing.length > 0) return [`OPEN: ${listLabel(missing)} ${missing.length === 1 ? "is" : "are"} missing`, "warn"];
  if (meetsThresholds === undefined) return ["OPEN: no threshold says when the idea is not worth it", "warn"];
  const both = paybackThreshold !== undefined && impactThreshold !== undefined;
  if (meetsThresholds) return [`MEETS ${both ? "both thresholds" : "its threshold"}`, "good"];
  return [`NO-GO: ${missedClauses(value).join("; ")}`, "bad"];
}

function inputs(value: ValueStanding, imagined: ReadonlySet<string>, style: Style): readonly Safe[] {
  if (value.inputs.length === 0) return [];
  const head =
    breakEvensOf(value).length === 0
      ? line`Inputs`
      : line`Inputs, each with its break-even while all others keep their likely value`;
  // A what-if uses the typed values, so their sources need no remark.
  const known = imagined.size > 0 ? [] : [assertedClause(value), groundsClause(value)];
  const users = value.inputs.find(({ name }) => name === "users");
  const taken =
    value.impact === undefined || users === undefined
      ? ""
      : `this assumes that all ${users.likely} users work with it from month one`;
  const said = [...known, loggedCostClause(value), taken].filter((clause) => clause !== "");
  return [
    ...paragraph(head, style, 0, "strong"),
    ...valueInputsText(value, imagined, style),
    ...said.flatMap((clause) => paragraph(style.text(`${upperFirst(clause)}.`), style, 2)),
  ];
}

const [BAR_LEAST, BAR_MOST] = [12, 36];

function moves(value: ValueStanding, style: Style): readonly Safe[] {
  const { currency } = value;
  const swings = swingsOf(value);
  const scale = tornadoScale(swings, value);
  if (scale === undefined) return [];
  const names = swings.map(({ name }) => style.text(name));
  const ends = swings.map((swing) => style.text(endsText(swing, scale.of, currency)));
  const room = style.columns - 2 - widest(names) - 2 - 2 - widest(ends);
  const width = Math.max(BAR_LEAST, Math.min(BAR_MOST, room));
  const rows = swings.map((swing, k): Row => ({
    cells: [cell(names[k]!, "name"), cell(tornadoBar(swing, scale, width, style.signs))],
    tail: cell(ends[k]!, swing.crosses ? "warn" : undefined),
  }));
  const head = scale.of === "payback" ? line`What moves the payback most` : line`What moves the net impact most`;
  return [
    ...paragraph(head, style, 0, "strong"),
    ...table(rows, style, { indent: 2 }),
    ...paragraph(tornadoLegend(scale, style.signs), style, 2, "faint"),
  ];
}

/** `3.9 to 15.8 months; enough on its own to change the answer`. */
function endsText({ atLow, atHigh, numbers, crosses }: Swing, of: TornadoScale["of"], currency: string): string {
  const ends =
    of === "payback"
      ? swingEnds(atLow.payback, atHigh.payback)
      : roughMoneySpan(Math.min(...numbers.impact), Math.max(...numbers.impact), currency);
  return `${ends}${crosses ? "; enough on its own to change the answer" : ""}`;
}

function widest(texts: readonly Safe[]): number {
  return Math.max(0, ...texts.map(displayWidth));
}

function chances(value: ValueStanding, now: ValueStanding | undefined, style: Style): readonly Safe[] {
  const { currency, exact } = value;
  const simulation = simulationOf(value);
  if (simulation === undefined)
    return exact === undefined || value.faults.length > 0
      ? []
      : paragraph(
          style.text(
            "No input is a range, so nothing says how sure this is: {low: …, likely: …, high: …} in value.yaml.",
          ),
          style,
          0,
          "faint",
        );
  const { impact, payback } = simulation;
  const before = now && simulationOf(now)?.meets;
  const asItStands = before === undefined ? "" : `; without the change, ${aboutLabel(before)}`;
  const chance = chanceClause(simulation, value) + asItStands;
  const spread = (of: (of: number) => string, { p10, p50, p90 }: typeof impact) =>
    joinSafe(
      [line`10% ${style.text(of(p10))}`, line`50% ${style.text(of(p50))}`, line`90% ${style.text(of(p90))}`],
      style.signs.separator,
    );
  return [
    ...paragraph(line`All ranges together`, style, 0, "strong"),
    ...paragraph(style.text(`${upperFirst(chance)}.`), style, 2, "strong"),
    ...table(
      [
        { cells: [cell(line`payback`)], tail: cell(spread(roughMonths, payback)) },
        { cells: [cell(line`impact`)], tail: cell(spread((amount) => roughMoney(amount, currency), impact)) },
      ],
      style,
      { indent: 2 },
    ),
    ...paragraph(style.text(`${drawsClause(simulation)}.`), style, 2, "faint"),
  ];
}

/** Every input: its figure, its break-even, and below it how well it is known. */
function valueInputsText(value: ValueStanding, imagined: ReadonlySet<string>, style: Style): readonly Safe[] {
  const { inputs, currency } = value;
  const breakEvens = breakEvensOf(value);
  const names = padded(inputs.map(({ name }) => style.text(name)));
  const figures = padded(inputs.map(({ likely }) => style.text(likely)));
  const indent = Math.min(4 + Math.max(0, ...names.map(displayWidth)), Math.floor(style.columns / 3));
  const tails = inputs.map(({ name }) => {
    const even = breakEvens.find((one) => one.name === name);
    return even === undefined
      ? undefined
      : cell(style.text(breakEvenLabel(even, currency)), even.breakEven.kind === "none" ? "warn" : undefined);
  });
  // Where there is no room beside the figures, all break-evens go under them, and the figures keep their column.
  const beside = 2 + displayWidth(names[0]!) + 2 + displayWidth(figures[0]!) + 2;
  const under = tails.some((tail) => tail !== undefined && beside + displayWidth(tail.text) > style.columns);
  return inputs.flatMap((input, k) => {
    const tail = tails[k];
    const cells = [cell(names[k]!, "name"), cell(figures[k]!, "strong")];
    return [
      ...table([{ cells: under || tail === undefined ? cells : [...cells, tail] }], style, { indent: 2 }),
      ...(under && tail !== undefined ? paragraph(tail.text, style, indent, tail.role) : []),
      ...paragraph(style.text(knownText(input, imagined.has(input.name))), style, indent, roleOf(input, imagined)),
    ];
  });
}

/** All as wide as the widest, so that rows that are laid out one by one stand in the same columns. */
function padded(texts: readonly Safe[]): readonly Safe[] {
  const width = Math.max(0, ...texts.map(displayWidth));
  return texts.map((text) => pad(text, width));
}

function roleOf(input: ValueInput, imagined: ReadonlySet<string>): "warn" | "faint" {
  return input.standsAs === "asserted" && !imagined.has(input.name) ? "warn" : "faint";
}

/** `2 to 4; measured: 30 look-ups timed at two depots (k7f3q2m)`. */
function knownText(input: ValueInput, imagined: boolean): string {
  const range = input.range === "" ? "" : `${input.range}; `;
  if (imagined) return `${range}what if`;
  const why = [input.source, input.reason].filter((text) => text !== undefined).join("; ");
  const entries = input.entries.length === 0 ? "" : ` (${input.entries.join(", ")})`;
  const rate = input.unconverted ? "; in a currency without a rate, and not in the figures" : "";
  return `${range}${gradeLabel(input)}${why === "" ? "" : `: ${why}`}${entries}${rate}`;
}
