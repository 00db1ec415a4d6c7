import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { valueAt } from "../diagnostics/place.ts";
import { compareDecimals } from "../domain/decimal.ts";
import { moneyDecimal } from "../domain/money.ts";
import { DEFINITION_FILES } from "../domain/records.ts";
import { inCurrency } from "../domain/spend.ts";
import type { Standing } from "../domain/standing.ts";
import { listLabel, moneyLabel, monthsLabel } from "../domain/wording.ts";
import { answeredByNoGo } from "./answered-by-no-go.ts";
import type { Check } from "./check.ts";
import { couldBeRead } from "./could-be-read.ts";

const FILE = DEFINITION_FILES.value;

/** What the idea is worth in figures, and from where on it is not worth it. */
export const valueCase: Check = {
  name: "value-case",
  codes: ["value-incomplete", "payback-threshold-missing", "payback-threshold-missed"],
  run(standing) {
    if (answeredByNoGo(standing)) return [];
    return [...incomplete(standing), ...thresholdMissing(standing), ...thresholdsMissed(standing)].filter((diagnostic) => couldBeRead(standing, diagnostic.place));
  },
};

function incomplete({ value, definitions }: Standing): readonly Diagnostic[] {
  const { missing } = value;
  if (missing.length === 0) return [];
  const [first] = missing;
  const given = value.inputs.some((input) => input.name === first);
  const hint = given ? `${first} is in a currency without a rate: add it under exchange: in costs.yaml` : `add ${first}: to value.yaml; a range with its grade will do: {low: …, likely: …, high: …, grade: estimated}`;
  return [
    {
      code: "value-incomplete",
      message: `impact and payback cannot be reckoned without ${listLabel(missing)}`,
      place: valueAt(FILE, ...first!.split(".")),
      hint: definitions.costs.exchange.length === 0 && given ? `${hint}, in ${value.currency}` : hint,
    },
  ];
}

function thresholdMissing({ value }: Standing): readonly Diagnostic[] {
  if (value.paybackThreshold !== undefined || value.impactThreshold !== undefined) return [];
  return [
    {
      code: "payback-threshold-missing",
      message: "no threshold says when the idea is not worth it, expected the longest payback or the least impact",
      place: valueAt(FILE, "thresholds"),
      hint: "add thresholds: {payback: 12 months} to value.yaml",
    },
  ];
}

function thresholdsMissed({ value, definitions: { costs } }: Standing): readonly Diagnostic[] {
  if (value.meetsThresholds !== false) return [];
  const { payback, paybackThreshold, impact, impactThreshold } = value;
  const hint = "ideas that miss the threshold set up front are killed: poc memo, then poc decide no-go";
  const found: Diagnostic[] = [];
  const least = impactThreshold && inCurrency(impactThreshold, value.currency, costs);
  if (least !== undefined && impact !== undefined && compareDecimals(moneyDecimal(impact), moneyDecimal(least)) < 0) {
    found.push({ code: "payback-threshold-missed", message: `the annual net impact is ${moneyLabel(impact)}, expected ${moneyLabel(least)} at least`, place: valueAt(FILE, "thresholds", "impact"), hint });
  }
  // Rounded to a tenth of a month the two may look alike; where nothing else was missed, it is the payback.
  const late = paybackThreshold !== undefined && payback !== undefined && (payback === "never" || compareDecimals(payback, paybackThreshold) > 0 || found.length === 0);
  if (late) {
    const slow = payback === "never" ? "the case never pays back" : `the case pays back in ${monthsLabel(payback)}`;
    found.push({ code: "payback-threshold-missed", message: `${slow}, expected ${monthsLabel(paybackThreshold)} at most`, place: valueAt(FILE, "thresholds", "payback"), hint });
  }
  return found;
}
