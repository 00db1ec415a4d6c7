import { dateLabel, type CivilDate } from "../scalars/calendar.ts";
import { isBuiltInMetric } from "../scalars/condition.ts";
import type { EvalStanding } from "../evidence/eval-standing.ts";
import type { KillStanding } from "../standing/kill-standing.ts";
import { logSilence } from "../standing/log-silence.ts";
import { compareMoney } from "../scalars/money.ts";
import { dueBy, isEnding, type RoleAction, type Situation } from "./role-action.ts";
import type { Standing } from "../standing/standing.ts";
import { countLabel, moneyLabel } from "../scalars/labels.ts";

/** What has to be measured, answered and logged while the clock runs, and what money asks for. */
export function evidenceActions({ standing }: Situation): readonly RoleAction[] {
  if (standing.phase !== "running" && standing.phase !== "over") return [];
  // What is to be decided on has to be right; to measure on would only cost.
  if (isEnding(standing)) return rateActions(standing);
  return [
    ...capActions(standing),
    ...rateActions(standing),
    ...standing.kill.flatMap((item) => killActions(item, standing)),
    ...standing.evals.flatMap((item) => evalActions(item, standing)),
    ...silenceActions(standing),
    ...assumptionActions(standing),
  ];
}

function capActions({ spend, asOf }: Standing): readonly RoleAction[] {
  const { cap, total, breaksOn, projected, brokenBy } = spend;
  if (cap === undefined) return [];
  const action = {
    role: "owner" as const,
    command: 'poc amend --set spend_cap="…"',
    entries: brokenBy === undefined ? [] : [brokenBy.id],
  };
  if (compareMoney(total, cap) > 0)
    return [
      {
        ...action,
        what: "Stop the work, or agree on another cap",
        because: `${moneyLabel(total)} is spent of ${moneyLabel(cap)}`,
        by: asOf.date,
      },
    ];
  if (breaksOn === undefined) return [];
  const heading = projected === undefined ? "" : `, heading for ${moneyLabel(projected)}`;
  return [
    {
      ...action,
      what: "Spend less, or agree on another cap",
      because: `the cap of ${moneyLabel(cap)} breaks on ${dateLabel(breaksOn)}${heading}`,
      by: breaksOn,
    },
  ];
}

function rateActions({ spend, asOf }: Standing): readonly RoleAction[] {
  const currencies = [...new Set(spend.unconverted.map(({ amount }) => amount.currency))];
  return currencies.map((currency) => ({
    role: "engineer",
    what: `Give ${currency} an exchange rate`,
    because: `costs.yaml has none, so spend in ${currency} is not counted`,
    by: asOf.date,
    entries: [
      ...new Set(spend.unconverted.filter(({ amount }) => amount.currency === currency).map(({ entry }) => entry.id)),
    ],
  }));
}

/** A question is the owner's to answer; a figure is the engineers' to settle, once there is one. */
function killActions(
  { criterion, verdict, because, entries }: KillStanding,
  { evals }: Standing,
): readonly RoleAction[] {
  if (verdict !== "pending" && verdict !== "overdue") return [];
  const { id, ask, when, by } = criterion;
  if (ask !== undefined)
    return [
      {
        role: "owner",
        what: `Answer: ${ask}`,
        because: `kill criterion ${id}: ${because}`,
        ...dueBy(by),
        command: `poc log --answer ${id}=yes|no`,
        entries,
      },
    ];
  if (when === undefined || (isBuiltInMetric(when.metric) && verdict === "pending")) return [];
  // Whoever measures it settles both; the eval takes over the day.
  if (evals.some((item) => item.eval.id === when.metric && item.verdict === "unmeasured")) return [];
  return [{ role: "engineer", what: `Settle kill criterion ${id}`, because, ...dueBy(by), entries }];
}

function evalActions(
  { eval: item, verdict, interim, why, judged }: EvalStanding,
  standing: Standing,
): readonly RoleAction[] {
  const entries = judged === undefined ? [] : [judged.entry.id];
  const command = `poc log --eval ${item.id}=…`;
  const name =
    item.metric === undefined || item.metric === item.id
      ? item.id
      : `${item.id}, ${item.metric.charAt(0).toLowerCase()}${item.metric.slice(1)}`;
  switch (verdict) {
    case "unmeasured":
      return [
        {
          role: "engineer",
          what: `Measure ${name}`,
          because: "nothing was measured yet",
          ...dueBy(measuredBy(item.id, standing)),
          command,
          entries,
        },
      ];
    case "invalid":
      return [
        {
          role: "engineer",
          what: `Mend the result of ${item.id}`,
          because: why ?? "it contradicts itself",
          by: standing.asOf.date,
          command: `poc show --eval ${item.id}`,
          entries,
        },
      ];
    case "unsettled":
      return interim
        ? []
        : [
            {
              role: "engineer",
              what: `Settle ${name}`,
              because: why ?? "more cases are needed",
              ...dueBy(standing.timebox?.end),
              command,
              entries,
            },
          ];
    default:
      return [];
  }
}

/** The end of the timebox, or the day of a kill criterion that waits for the figure. */
function measuredBy(id: string, { kill, timebox }: Standing): CivilDate | undefined {
  const waiting = kill.filter(
    ({ criterion, verdict }) => criterion.when?.metric === id && (verdict === "pending" || verdict === "overdue"),
  );
  const days = [timebox?.end, ...waiting.map(({ criterion }) => criterion.by)].filter((day) => day !== undefined);
  return days.length === 0 ? undefined : days.reduce((a, b) => (a < b ? a : b));
}

function silenceActions(standing: Standing): readonly RoleAction[] {
  const silence = logSilence(standing);
  if (silence === undefined) return [];
  const days = countLabel(silence.days, "working day");
  const because = `nothing was logged for ${days}, since ${dateLabel(silence.last.date)}`;
  return [
    {
      role: "engineer",
      what: "Log what happened, what it cost and what it took",
      because,
      by: standing.asOf.date,
      command: 'poc log --date yesterday "…"',
      entries: [silence.last.id],
    },
  ];
}

/** Those that no eval tests are a person's to answer. */
function assumptionActions({ assumptions, timebox }: Standing): readonly RoleAction[] {
  return assumptions
    .filter(({ assumption, state }) => state === "open" && assumption.testedBy.length === 0)
    .map(({ assumption: { id, statement }, entries }) => ({
      role: "engineer",
      what: statement === undefined ? `Find out whether ${id} holds` : `Find out whether this holds: ${statement}`,
      because: `assumption ${id} is open, and no eval tests it`,
      ...dueBy(timebox?.end),
      command: `poc log --assume ${id}=holds|fails`,
      entries,
    }));
}
