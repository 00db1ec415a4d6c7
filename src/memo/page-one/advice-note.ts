import { isFinal } from "../../domain/standing/decision.ts";
import { outcomeLabel, parseRecommendation } from "../../domain/standing/outcome.ts";
import { RULES } from "../../domain/standing/recommendation.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import { lowerFirst } from "../../wording/first-letter.ts";
import { ruleSentence } from "../../wording/outcome/rule-sentence.ts";
import type { WeighedNote } from "./against-weights.ts";
import { reasonClause } from "./reason-sentence.ts";

/**
 * Why the recommendation was another one, of a decision that did not follow it: that is the first thing that speaks
 * against it. What was decided while the advice was to keep going is one of these.
 */
export function otherAdvice(standing: Standing): readonly WeighedNote[] {
  const { current } = standing.decision;
  if (current === undefined || !isFinal(current.decision)) return [];
  const { outcome } = current.decision;
  const recommended = parseRecommendation(current.decision.recommended);
  if (recommended === undefined || recommended === outcome) return [];
  // Conditions are more than a go that was recommended asks for.
  if (outcome === "conditional" && recommended === "go") return [];
  const why = whyOf(current.decision.rule, standing);
  return [
    {
      code: "advised-otherwise",
      text: `The recommendation was ${outcomeLabel(recommended)}${why === "" ? "" : `: ${why.replace(/\.$/, "")}`}.`,
      entries: [current.entry.id],
    },
  ];
}

/** The appendix has all of them. */
const MOST_REASONS = 2;

/**
 * The log does not keep the reasons: those of today are shown if the same rule still decides, otherwise the words of
 * the rule of that day.
 */
function whyOf(name: string, standing: Standing): string {
  const { rule, reasons } = standing.recommendation;
  const clauses = rule === name ? reasons.map((reason) => reasonClause(reason, standing)) : [];
  const told = clauses.filter((clause) => clause !== "");
  const rest = told.length - MOST_REASONS;
  if (told.length > 0)
    return [...told.slice(0, MOST_REASONS), ...(rest > 0 ? [`${rest} more in the appendix`] : [])].join("; ");
  const known = RULES.find((one) => one.name === name);
  return known === undefined ? "" : lowerFirst(ruleSentence(known.name));
}
