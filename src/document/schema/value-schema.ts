import { compareDecimals, decimalOf, shortDecimalText, type Decimal } from "../../domain/scalars/decimal.ts";
import { compareMoney, type Money } from "../../domain/scalars/money.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import {
  limitText,
  parseImpactThreshold,
  parseInputAmount,
  parsePaybackThreshold,
} from "../../domain/records/value-input-text.ts";
import { VALUE_INPUTS, type InputName, type ValueInputSpec } from "../../domain/records/value-inputs.ts";
import { GRADES, SHAPES, type BusinessCase, type Estimate } from "../../domain/records/value.ts";
import { checked, either, fields, leaf, mapped, oneOrMore, optional, type Field, once } from "./field.ts";
import { choice, decimalWithin, id, parsedText, PLAIN, text, whole } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";
import { listLabel, moneyLabel, numberLabel } from "../../domain/scalars/labels.ts";

const AMOUNT = `^${PLAIN} +[A-Z]{3}$`;
const POSITIVE_AMOUNT = AMOUNT.replace("-?", "");

export const valueSchema = once((): Field<BusinessCase> => {
  return mapped(
    fields({
      users: optional(number("users"), "Users", "The number of people who would use it.", 120, {
        low: 80,
        likely: 120,
        high: 200,
        grade: "estimated",
        reason: "two of three desks have asked for it",
      }),
      tasks_per_day: optional(
        number("tasks_per_day"),
        "Tasks a day",
        "How often each of them does the task on a working day.",
        6,
      ),
      minutes_saved: optional(number("minutes_saved"), "Minutes saved", "Minutes saved on each task.", {
        value: 4,
        grade: "measured",
        entries: ["k7f3q2m"],
      }),
      task_minutes: optional(
        taskMinutes(),
        "Task minutes",
        "The minutes that the task takes today; it limits the minutes saved, and no figure is calculated from it.",
        12,
      ),
      hourly_rate: optional(amount("hourly_rate"), "Hourly rate", "The cost of an hour of these people.", "48 EUR"),
      workdays_per_year: optional(
        number("workdays_per_year"),
        "Working days a year",
        "The days a year on which they work.",
        220,
      ),
      incremental_revenue: optional(
        amount("incremental_revenue"),
        "Incremental revenue",
        "Additional revenue a year.",
        "0 EUR",
      ),
      platform_cost: optional(amount("platform_cost"), "Platform cost", "Cost of the platform a year.", "24000 EUR"),
      model_cost: optional(amount("model_cost"), "Model cost", "Cost of models a year.", "36000 EUR"),
      review_cost: optional(
        amount("review_cost"),
        "Review cost",
        "Cost of people who review answers, a year. Without it, the review times in the log are used.",
        "18000 EUR",
      ),
      support_cost: optional(amount("support_cost"), "Support cost", "Cost of support a year.", "20000 EUR"),
      build_cost: optional(amount("build_cost"), "Build cost", "Cost of building it, once.", "120000 EUR"),
      change_cost: optional(amount("change_cost"), "Change cost", "Cost of introducing it, once.", "30000 EUR"),
      thresholds: optional(thresholds(), "Thresholds", "When the idea is not worth it.", {
        payback: "12 months",
        impact: "100000 EUR",
      }),
      simulation: optional(simulation(), "Simulation", "How ranges are simulated, if not by default.", {
        shape: "pert",
        seed: 7,
      }),
    }),
    (written): BusinessCase =>
      withoutUndefined({
        users: written.users,
        tasksPerDay: written.tasks_per_day,
        minutesSaved: written.minutes_saved,
        hourlyRate: written.hourly_rate,
        workdaysPerYear: written.workdays_per_year,
        incrementalRevenue: written.incremental_revenue,
        platformCost: written.platform_cost,
        modelCost: written.model_cost,
        reviewCost: written.review_cost,
        supportCost: written.support_cost,
        buildCost: written.build_cost,
        changeCost: written.change_cost,
        taskMinutes: written.task_minutes,
        paybackThreshold: written.thresholds?.payback,
        impactThreshold: written.thresholds?.impact,
        simulation: written.simulation && withoutUndefined(written.simulation),
      }),
  );
});

function thresholds() {
  return fields({
    payback: optional(months(), "Payback", "The longest acceptable payback.", "12 months"),
    impact: optional(
      parsedText({ type: "string", pattern: POSITIVE_AMOUNT }, "an amount such as 100000 EUR", parseImpactThreshold),
      "Impact",
      "The least annual net impact that is worth it.",
      "100000 EUR",
    ),
  });
}

function months(): Field<Decimal> {
  return leaf({ type: ["string", "number"] }, (written) => {
    const text = typeof written === "number" ? decimalOf(written) : undefined;
    if (text?.ok === false) return text;
    if (typeof written !== "string" && text === undefined)
      return problem("wrong-type", "a number of months such as 12 months");
    return parsePaybackThreshold(text === undefined ? String(written) : shortDecimalText(text.value));
  });
}

function simulation() {
  return fields({
    shape: optional(
      choice(SHAPES),
      "Shape",
      "The distribution between low, likely and high: triangular unless stated; pert stays closer to likely.",
      ...SHAPES,
    ),
    seed: optional(
      whole(0, 999_999_999),
      "Seed",
      "The seed of the simulation. The same seed gives the same draws on every machine.",
      1,
    ),
  });
}

function specOf(name: InputName): ValueInputSpec {
  return VALUE_INPUTS.find((spec) => spec.name === name)!;
}

function number(name: InputName): Field<Estimate<Decimal>> {
  const spec = specOf(name);
  const { least, most, whole: isWhole } = spec;
  return estimate(
    () => decimalWithin({ expected: limitText(spec), whole: isWhole, most, ...(least === undefined ? {} : { least }) }),
    numberLabel,
    compareDecimals,
    name === "workdays_per_year" ? 220 : 120,
  );
}

function taskMinutes(): Field<Estimate<Decimal>> {
  return estimate(
    () => decimalWithin({ expected: "a number of minutes above 0, at most 1440", above: 0, most: 1440 }),
    numberLabel,
    compareDecimals,
    12,
  );
}

function amount(name: InputName): Field<Estimate<Money>> {
  const spec = specOf(name);
  const figure = () =>
    parsedText(
      { type: "string", pattern: spec.least === undefined ? AMOUNT : POSITIVE_AMOUNT },
      "an amount such as 12.40 EUR",
      (written) => parseInputAmount(spec, written),
    );
  return estimate(figure, moneyLabel, (a, b) => (a.currency === b.currency ? compareMoney(a, b) : undefined), "48 EUR");
}

/** One figure, or a map that says how well it is known. What says nothing about that is only asserted. */
function estimate<T>(
  figure: () => Field<T>,
  label: (figure: T) => string,
  compare: (a: T, b: T) => number | undefined,
  example: unknown,
): Field<Estimate<T>> {
  const single = mapped(figure(), (value): Estimate<T> => ({
    low: value,
    likely: value,
    high: value,
    grade: "asserted",
  }));
  const graded = fields({
    value: optional(figure(), "Value", "The figure, if it is not a range.", example),
    low: optional(figure(), "Low", "The least it may be.", example),
    likely: optional(figure(), "Likely", "The most likely figure.", example),
    high: optional(figure(), "High", "The most it may be.", example),
    grade: optional(choice(GRADES), "Grade", "How well it is known; asserted unless stated.", ...GRADES),
    source: optional(text(), "Source", "The source of the figure.", "HR headcount"),
    reason: optional(text(), "Reason", "The reason for an estimate.", "two of three desks have asked for it"),
    entries: optional(oneOrMore(id), "Entries", "Ids of the log entries that it was measured in.", ["k7f3q2m"]),
  });
  const ranged = checked(graded, (written) => {
    const range = rangeOf(written, label, compare);
    return range.ok
      ? ok({
          ...range.value,
          ...withoutUndefined({
            grade: written.grade ?? "asserted",
            source: written.source,
            reason: written.reason,
            entries: written.entries,
          }),
        })
      : range;
  });
  return either(single, ranged);
}

interface Range<T> {
  readonly value?: T | undefined;
  readonly low?: T | undefined;
  readonly likely?: T | undefined;
  readonly high?: T | undefined;
}

function rangeOf<T>(
  { value, low, likely, high }: Range<T>,
  label: (figure: T) => string,
  compare: (a: T, b: T) => number | undefined,
): Parsed<{ low: T; likely: T; high: T }> {
  const forms = "either value, or low, likely and high";
  if (value !== undefined) {
    if (low !== undefined || likely !== undefined || high !== undefined) return problem("fields-conflict", forms);
    return ok({ low: value, likely: value, high: value });
  }
  if (low === undefined || likely === undefined || high === undefined) {
    const gaps = Object.entries({ low, likely, high }).flatMap(([name, figure]) =>
      figure === undefined ? [name] : [],
    );
    if (gaps.length === 3) return problem("missing-field", forms);
    return problem("missing-field", "low, likely and high", {
      found: `a range without ${listLabel(gaps)}`,
      hint: `add ${gaps.map((name) => `${name}: …`).join(", ")}; if there is only one figure, write value: …`,
    });
  }
  const [rise, further] = [compare(low, likely), compare(likely, high)];
  const found = `low ${label(low)}, likely ${label(likely)}, high ${label(high)}`;
  if (rise === undefined || further === undefined)
    return problem("invalid-value", "one currency in a range", {
      found,
      hint: "state low, likely and high in the same currency",
    });
  return rise <= 0 && further <= 0
    ? ok({ low, likely, high })
    : problem("range-out-of-order", "low <= likely <= high", {
        found,
        hint: orderHint([low, likely, high], label, compare),
      });
}

function orderHint<T>(
  figures: readonly T[],
  label: (figure: T) => string,
  compare: (a: T, b: T) => number | undefined,
): string {
  const [low, likely, high] = figures.toSorted((a, b) => compare(a, b) ?? 0).map(label);
  return `if these are the figures: low ${low!}, likely ${likely!}, high ${high!}`;
}
