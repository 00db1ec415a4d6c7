import { writtenOn } from "../../domain/records/seen.ts";
import { unsetClause } from "../../wording/charter.ts";
import { dateLabel, type CivilDate } from "../../domain/scalars/calendar.ts";
import { compareDecimals, decimalNumber, subtractDecimals } from "../../domain/scalars/decimal.ts";
import { compareMoney, subtractMoney } from "../../domain/scalars/money.ts";
import { replacementsLabel } from "../../wording/spend.ts";
import type { SpendStanding } from "../../domain/spend/spend.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { unitCostLabel } from "../../wording/unit-cost.ts";
import { cell, flow, labelled, spaces, type Cell } from "../terminal/layout.ts";
import { line, type Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";
import { countLabel, hoursLabel, moneyLabel, shareLabel } from "../../domain/scalars/labels.ts";
import { compositionLabel } from "../../wording/spend.ts";
import type { Role } from "../terminal/paint.ts";
import { amountOf } from "./time-and-money.ts";
import type { Signs } from "../terminal/signs.ts";

const LABEL = 8;

/** Time, money and hours against their limits: a bar each where there is a limit, and the numbers. */
export function statusLimits(standing: Standing, style: Style): readonly Safe[] {
  const { definitions, log } = standing;
  // Without a charter there is no limit to speak of, and saying that none was set would be untrue.
  const times = definitions.charter === undefined ? [] : time(standing, style);
  const spent =
    definitions.charter === undefined && log.counted.length === 0
      ? []
      : [...money(standing, style), ...hours(standing, style)];
  return [...times, ...spent];
}

function limit(
  label: Safe,
  share: number | undefined,
  facts: readonly Cell[],
  style: Style,
  role?: Role,
): readonly Safe[] {
  const width = Math.min(30, Math.max(12, Math.floor(style.columns * 0.225)));
  const indent = LABEL + width + 2;
  const blocks = share === undefined ? spaces(width) : bar(share, width, style.signs);
  const drawn = role === undefined ? blocks : style.paint(role, blocks);
  const lines = flow(facts, style, style.columns - indent);
  return labelled(
    cell(label, "strong"),
    lines.map((text, k) => line`${k === 0 ? drawn : spaces(width)}  ${text}`),
    style,
    LABEL,
  );
}

function time({ timebox, phase, firstWorkingDays, started, definitions }: Standing, style: Style): readonly Safe[] {
  if (timebox === undefined)
    return limit(line`Time`, undefined, [cell(style.text(unsetClause(definitions.charter, "timebox")), "warn")], style);
  const dates = style.text(`${dateLabel(timebox.start)} to ${dateLabel(timebox.end)}`);
  const extended =
    firstWorkingDays === undefined
      ? []
      : [cell(style.text(`extended from ${countLabel(firstWorkingDays, "day")}`), "warn")];
  const days = style.text(countLabel(timebox.of, "working day"));
  if (started === undefined) return limit(line`Time`, 0, [cell(days), cell(dates), ...extended], style);
  const left =
    timebox.phase === "after"
      ? cell(line`the timebox is over`, phase === "decided" ? undefined : "bad")
      : timebox.left === 0
        ? cell(line`the last day`, "warn")
        : cell(style.text(`${countLabel(timebox.left, "day")} left`), "strong");
  const position = timebox.day === 0 ? days : line`day ${timebox.day} of ${timebox.of}`;
  return limit(line`Time`, timebox.day / timebox.of, [cell(position), left, cell(dates), ...extended], style);
}

function money({ spend, unit, phase, definitions: { charter } }: Standing, style: Style): readonly Safe[] {
  const { cap, total, remaining, share, breaksOn, unconverted, brokenBy } = spend;
  const unknown = [...new Set(unconverted.map((item) => item.amount.currency))].map((currency) =>
    cell(style.text(`${currency} has no exchange rate and is not counted`), "bad"),
  );
  const task = unit.cost === undefined ? [] : [cell(style.text(unitCostLabel(unit.cost)), "faint")];
  if (cap === undefined || remaining === undefined) {
    return limit(
      line`Money`,
      undefined,
      [
        cell(style.text(`${moneyLabel(total)} spent`)),
        ...parts(spend, style),
        ...pace(spend, phase, style),
        ...(charter === undefined ? [] : [cell(style.text(unsetClause(charter, "spend_cap")), "warn")]),
        ...unknown,
        ...task,
      ],
      style,
    );
  }
  const over = compareMoney(total, cap) > 0;
  const since =
    !over || brokenBy === undefined
      ? []
      : [cell(style.text(`since ${dateLabel(writtenOn(brokenBy))} by ${brokenBy.id}`), "bad")];
  const left = over
    ? cell(style.text(`OVER THE CAP by ${moneyLabel(subtractMoney(total, cap))}`), "bad")
    : cell(style.text(`${moneyLabel(remaining)} left`), "strong");
  const used = share === undefined ? "" : ` (${shareLabel(share)})`;
  return limit(
    line`Money`,
    share ?? 0,
    [
      cell(style.text(`${amountOf(total, cap)}${used}`)),
      left,
      ...since,
      ...parts(spend, style),
      ...pace(spend, phase, style),
      ...unknown,
      ...task,
    ],
    style,
    over ? "bad" : breaksOn === undefined || phase !== "running" ? undefined : "warn",
  );
}

/** What of the total is known how well, and what was replaced: nothing where all of it is billed. */
function parts({ byBasis, replaced, currency }: SpendStanding, style: Style): readonly Cell[] {
  const texts = [compositionLabel(byBasis), replacementsLabel(replaced.replacements, currency)];
  return texts.map((text) => cell(style.text(text), "faint"));
}

/** How fast it goes, where that leads, and on which day over the limit; while there is a future to speak of. */
function pace(
  { burnRate, projected, breaksOn }: Pick<SpendStanding, "burnRate" | "projected" | "breaksOn">,
  phase: Standing["phase"],
  style: Style,
): readonly Cell[] {
  return burnRate === undefined || projected === undefined
    ? []
    : paceCells(moneyLabel(burnRate), moneyLabel(projected), breaksOn, phase, style);
}

function paceCells(
  burnRate: string,
  projected: string,
  breaksOn: CivilDate | undefined,
  phase: Standing["phase"],
  style: Style,
): readonly Cell[] {
  if (phase !== "running") return [];
  const role = breaksOn === undefined ? "faint" : "warn";
  const breaks = breaksOn === undefined ? "" : `over the cap on ${dateLabel(breaksOn)}`;
  return [`${burnRate} a working day`, `heading for ${projected}`, breaks].map((text) => cell(style.text(text), role));
}

/** Money and people's time together, and what of it no invoice shows. */
function full({ loaded: { total, hiddenShare } }: Standing, style: Style): readonly Cell[] {
  return total === undefined || hiddenShare === undefined
    ? []
    : [cell(style.text(`full cost ${moneyLabel(total)}, ${shareLabel(hiddenShare)} of it staff time`), "faint")];
}

function hours(standing: Standing, style: Style): readonly Safe[] {
  const { effort, phase } = standing;
  const { cap, hours: total, meetingHours, cost, burnRate, projected, breaksOn, brokenBy } = effort;
  const meetings =
    meetingHours.digits === 0n ? [] : [cell(style.text(`${hoursLabel(meetingHours)} in meetings`), "faint")];
  const price =
    cost === undefined || cost.minor === 0n
      ? []
      : [cell(style.text(`worth ${moneyLabel(cost)}`), "faint"), ...full(standing, style)];
  if (cap === undefined)
    return limit(line`Hours`, undefined, [cell(style.text(hoursLabel(total))), ...meetings, ...price], style);
  const over = compareDecimals(total, cap) > 0;
  const left = over
    ? cell(style.text(`OVER THE LIMIT by ${hoursLabel(subtractDecimals(total, cap))}`), "bad")
    : cell(style.text(`${hoursLabel(subtractDecimals(cap, total))} left`), "strong");
  const since =
    brokenBy === undefined
      ? []
      : [cell(style.text(`since ${dateLabel(writtenOn(brokenBy))} by ${brokenBy.id}`), "bad")];
  const heading =
    burnRate === undefined || projected === undefined || over
      ? []
      : paceCells(hoursLabel(burnRate), hoursLabel(projected), breaksOn, phase, style);
  const share = decimalNumber(cap) > 0 ? decimalNumber(total) / decimalNumber(cap) : 1;
  return limit(
    line`Hours`,
    share,
    [cell(style.text(`${hoursLabel(total)} of ${hoursLabel(cap)}`)), left, ...since, ...heading, ...meetings, ...price],
    style,
    over ? "bad" : breaksOn === undefined || phase !== "running" ? undefined : "warn",
  );
}

/**
 * `██████░░░░`. Anything above zero shows at least one block, and nothing below the whole shows all of them: a bar
 * never looks emptier or fuller than it is.
 */
export function bar(share: number, width: number, signs: Signs): Safe {
  const exact = Number.isFinite(share) ? Math.max(0, share) * width : 0;
  const full = exact >= width ? width : exact > 0 ? Math.min(width - 1, Math.max(1, Math.round(exact))) : 0;
  return line`${signs.full.repeat(full) as Safe}${signs.empty.repeat(width - full) as Safe}`;
}
