import {
  FORECAST_KINDS,
  type Actual,
  type FollowUp,
  type Forecast,
  type ForecastLine,
} from "../../domain/records/forecast/forecast.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { parseQuantity } from "../../domain/scalars/quantity.ts";
import { checked, fields, list, mapOf, optional, required, type Field } from "./field.ts";
import { choice, date, id, parsedText, quantity, text } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** What a go promised, and what came true of it. */

const LONGEST_ID = 200;

export function forecast(): Field<Forecast> {
  return fields({
    due: required(list(date()), "Due", "The days on which people are asked for the actual figures.", [
      "2027-03-04",
      "2027-06-04",
    ]),
    lines: required(list(forecastLine()), "Lines", "The figures in the records at the time of the decision.", [
      { kind: "metric", eval: "wrong-rate", better: "lower", figure: "11%", low: "8.3%", high: "14.2%" },
    ]),
  });
}

function forecastLine(): Field<ForecastLine> {
  return checked(
    fields({
      kind: required(choice(FORECAST_KINDS), "Kind", "What the figure is.", ...FORECAST_KINDS),
      eval: optional(id(), "Eval", "For a metric: id of the eval.", "wrong-rate"),
      better: optional(choice(["lower", "higher"]), "Better", "For a metric: the good direction.", "lower"),
      figure: required(quantity(), "Figure", "With its unit: a share, money, months.", "11%"),
      low: optional(quantity(), "Low", "Lower end of the 80% range, in the unit of the figure.", "8.3%"),
      high: optional(
        quantity(),
        "High",
        "Upper end of the 80% range. If low has no high, it may never pay back.",
        "14.2%",
      ),
    }),
    (line): Parsed<ForecastLine> => {
      const { kind, eval: id, figure, low, high } = line;
      if ((kind === "metric") !== (id !== undefined))
        return problem(
          id === undefined ? "missing-field" : "fields-conflict",
          "eval beside kind: metric, and only there",
        );
      if (low === undefined && high !== undefined) return problem("missing-field", "low beside high");
      const differs = [low, high].some((end) => end !== undefined && end.unit !== figure.unit);
      return differs
        ? problem("fields-conflict", "low and high in the unit of the figure")
        : ok(withoutUndefined(line));
    },
  );
}

export function followUp(): Field<FollowUp> {
  return checked(
    fields({
      decision: required(text("the id of an entry", LONGEST_ID), "Decision", "The entry with the decision.", "k7f3q2m"),
      due: required(date(), "Due", "The day of the forecast that it answers.", "2027-03-04"),
      actuals: optional(mapOf(id(), actual()), "Actuals", "The actual figures, by the names of the forecast.", {
        "wrong-rate": "12%",
        payback: "11 months",
      }),
      not_in_use: optional(text(), "Not in use", "Why it is no longer used.", "The pilot team moved to another tool"),
      source: optional(text(), "Source", "Where the figures come from.", "https://example.com/report/2027-q1"),
      forecast: optional(
        list(forecastLine()),
        "Forecast",
        "The figures to compare with, if the decision stored none.",
        [{ kind: "metric", eval: "wrong-rate", better: "lower", figure: "11%" }],
      ),
    }),
    ({ not_in_use: notInUse, actuals = new Map<string, Actual>(), ...said }): Parsed<FollowUp> =>
      actuals.size === 0 && notInUse === undefined
        ? problem("missing-field", "actuals, or not_in_use")
        : ok(withoutUndefined({ ...said, actuals, notInUse })),
  );
}

/** A figure, or a payback that never comes. */
function actual(): Field<Actual> {
  const json = { type: ["string", "number"] };
  return parsedText(json, "a number with its unit, such as 12%, or never", (written): Parsed<Actual> =>
    written === "never" ? ok("never") : parseQuantity(written),
  );
}
