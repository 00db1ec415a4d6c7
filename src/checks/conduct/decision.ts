import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { dateLabel } from "../../domain/scalars/calendar.ts";
import { goesAgainst, lostSupport, type LoggedDecision } from "../../domain/standing/decision.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { lostSupportClause } from "../../wording/outcome/lost-support.ts";
import type { Check } from "../check.ts";
import { parseRecommendation } from "../../domain/standing/outcome.ts";

/**
 * The tool recommends and a person decides: a decision against the recommendation needs a reason, and conditions need
 * an owner and a day.
 */
export const decision: Check = {
  name: "decision",
  codes: [
    "decision-against-recommendation",
    "decision-reason-missing",
    "decision-unsupported",
    "decision-condition-vague",
    "decision-condition-overdue",
  ],
  run(standing) {
    const { current } = standing.decision;
    return current === undefined
      ? []
      : [...against(current), ...unsupported(standing), ...conditions(current, standing)];
  },
};

function against({
  entry,
  decision: { outcome, recommended, rule, override, by },
}: LoggedDecision): readonly Diagnostic[] {
  const known = parseRecommendation(recommended);
  if (known === undefined || !goesAgainst(outcome, known)) return [];
  if (override === undefined) {
    return [
      {
        code: "decision-reason-missing",
        message:
          `${by.name} decided ${outcome} although the recommendation was ${recommended} (${rule}), and gave no ` +
          `reason; expected one`,
        place: valueAt(entry.file, "decision", "outcome"),
        hint: 'poc decide --supersede --override "…"',
      },
    ];
  }
  return [
    {
      code: "decision-against-recommendation",
      message: `${by.name} decided ${outcome} although the recommendation was ${recommended} (${rule}): ${override}`,
      place: valueAt(entry.file, "decision", "outcome"),
      related: [{ place: valueAt(entry.file, "decision", "override"), label: "the reason given" }],
      hint: "no action is needed: the memo shows both",
    },
  ];
}

/** The evidence behind it was withdrawn, or contradicted. */
function unsupported(standing: Standing): readonly Diagnostic[] {
  const lost = lostSupport(standing);
  if (lost === undefined) return [];
  const { entry, decision: decided } = lost;
  const later = [...standing.log.withdrawn.values()].filter(({ at }) => at.epochMs > entry.at.epochMs);
  return [
    {
      code: "decision-unsupported",
      message:
        `the records no longer support the ${decided.outcome} of ${decided.by.name} of ${dateLabel(entry.date)}: ` +
        lostSupportClause(standing),
      place: valueAt(entry.file, "decision", "outcome"),
      related: later.map(({ file, undo }) => ({
        place: valueAt(file, undo === undefined ? "source" : "undo"),
        label: "withdrawn after the decision",
      })),
      hint: "look at it again, and say what holds now: poc decide go|no-go --supersede",
    },
  ];
}

function conditions(
  { entry, decision: { conditions: agreed, outcome } }: LoggedDecision,
  { asOf }: Standing,
): readonly Diagnostic[] {
  if (outcome !== "conditional") return [];
  return agreed.flatMap(({ what, owner, by }, index): readonly Diagnostic[] => {
    const place = valueAt(entry.file, "decision", "conditions", index);
    if (owner === undefined || by === undefined) {
      const lacks = [owner === undefined ? "no owner" : "", by === undefined ? "no day" : ""]
        .filter((gap) => gap !== "")
        .join(" and ");
      return [
        {
          code: "decision-condition-vague",
          message: `the condition "${what}" has ${lacks}, expected both`,
          place,
          hint: `poc decide conditional --supersede --condition "${what} @Name by 2026-12-18"`,
        },
      ];
    }
    if (by >= asOf.date) return [];
    return [
      {
        code: "decision-condition-overdue",
        message: `the condition "${what}" was due on ${dateLabel(by)} (${owner.name}), expected a new decision by then`,
        place,
        hint: "poc decide go --supersede if it is met, poc decide no-go --supersede if it is not",
      },
    ];
  });
}
