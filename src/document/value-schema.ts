import { compareDecimals, decimal, type Decimal } from "../domain/decimal.ts";
import { compareMoney, type Money } from "../domain/money.ts";
import { parsed, unparsed, type Parsed } from "../domain/parsed.ts";
import { GRADES, type BusinessCase, type Estimate } from "../domain/value.ts";
import { checked, either, fields, leaf, mapped, optional, required, type Field } from "./field.ts";
import { choice, decimalWithin, money, price, readDecimal, text } from "./leaves.ts";
import { once } from "./once.ts";
import { withoutUndefined } from "./without-undefined.ts";

const MOST_WORKDAYS = 366;

export const valueSchema = once((): Field<BusinessCase> => {
  const plain = { expected: "a number of zero or more", least: 0 };
  const workdays = { expected: `a number of days from 0 to ${MOST_WORKDAYS}`, least: 0, most: MOST_WORKDAYS };
  return mapped(
    fields({
      users: optional(number(plain), "Users", "How many people would use it.", 120, { low: 80, likely: 120, high: 200, grade: "estimated", source: "HR headcount" }),
      tasks_per_day: optional(number(plain), "Tasks a day", "How often each of them does the task on a working day.", 6),
      minutes_saved: optional(number(plain), "Minutes saved", "Minutes saved on each task.", { value: 4, grade: "measured", source: "Shadowing of ten people" }),
      hourly_rate: optional(amount(price), "Hourly rate", "What an hour of theirs costs.", "48 EUR"),
      workdays_per_year: optional(number(workdays), "Working days a year", "On how many days a year they work.", 220),
      incremental_revenue: optional(amount(money), "Incremental revenue", "Revenue a year that would not be there otherwise.", "0 EUR"),
      platform_cost: optional(amount(price), "Platform cost", "Cost of the platform a year.", "24000 EUR"),
      model_cost: optional(amount(price), "Model cost", "Cost of models a year.", "36000 EUR"),
      support_cost: optional(amount(price), "Support cost", "Cost of support a year.", "20000 EUR"),
      build_cost: optional(amount(price), "Build cost", "Cost of building it, once.", "120000 EUR"),
      change_cost: optional(amount(price), "Change cost", "Cost of bringing it to people, once.", "30000 EUR"),
      thresholds: optional(thresholds(), "Thresholds", "When the idea is not worth it.", { payback: "12 months", impact: "100000 EUR" }),
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
        supportCost: written.support_cost,
        buildCost: written.build_cost,
        changeCost: written.change_cost,
        paybackThreshold: written.thresholds?.payback,
        impactThreshold: written.thresholds?.impact,
      }),
  );
});

function thresholds() {
  return fields({
    payback: optional(months(), "Payback", "The longest payback that is acceptable.", "12 months"),
    impact: optional(price(), "Impact", "The least annual net impact that is worth it.", "100000 EUR"),
  });
}

function months(): Field<Decimal> {
  const expected = "a number of months such as 12 months";
  return leaf({ type: ["string", "number"] }, (written) => {
    const bare = typeof written === "string" ? written.replace(/ ?(?:months?|mo)$/, "") : written;
    const count = readDecimal(bare, expected);
    if (!count.ok) return unparsed(count.problem.code, expected);
    return compareDecimals(count.value, decimal(0)) > 0 ? count : unparsed("invalid-value", "more than 0 months");
  });
}

function number(limits: { expected: string; least: number; most?: number }): Field<Estimate<Decimal>> {
  return estimate(() => decimalWithin(limits), compareDecimals, limits.most === undefined ? 120 : 220);
}

function amount(figure: () => Field<Money>): Field<Estimate<Money>> {
  return estimate(figure, (a, b) => (a.currency === b.currency ? compareMoney(a, b) : undefined), "48 EUR");
}

/** One figure, or a map that says how well it is known. A bare figure is merely asserted. */
function estimate<T>(figure: () => Field<T>, compare: (a: T, b: T) => number | undefined, example: unknown): Field<Estimate<T>> {
  const single = mapped(figure(), (value): Estimate<T> => ({ low: value, likely: value, high: value, grade: "asserted" }));
  const graded = fields({
    value: optional(figure(), "Value", "The figure, where it is no range.", example),
    low: optional(figure(), "Low", "The least it may be.", example),
    likely: optional(figure(), "Likely", "The most likely figure.", example),
    high: optional(figure(), "High", "The most it may be.", example),
    grade: required(choice(GRADES), "Grade", "How well it is known.", ...GRADES),
    source: optional(text(), "Source", "Where it comes from.", "HR headcount"),
  });
  const ranged = checked(graded, (written) => {
    const range = rangeOf(written, compare);
    return range.ok ? parsed({ ...range.value, ...withoutUndefined({ grade: written.grade, source: written.source }) }) : range;
  });
  return either(single, ranged);
}

interface Range<T> {
  readonly value?: T | undefined;
  readonly low?: T | undefined;
  readonly likely?: T | undefined;
  readonly high?: T | undefined;
}

function rangeOf<T>({ value, low, likely, high }: Range<T>, compare: (a: T, b: T) => number | undefined): Parsed<{ low: T; likely: T; high: T }> {
  const forms = "either value, or low, likely and high";
  if (value !== undefined) {
    if (low !== undefined || likely !== undefined || high !== undefined) return unparsed("fields-conflict", forms);
    return parsed({ low: value, likely: value, high: value });
  }
  if (low === undefined || likely === undefined || high === undefined) return unparsed("missing-field", forms);
  const [rise, further] = [compare(low, likely), compare(likely, high)];
  if (rise === undefined || further === undefined) return unparsed("invalid-value", "one currency in a range");
  return rise <= 0 && further <= 0 ? parsed({ low, likely, high }) : unparsed("range-out-of-order", "low <= likely <= high");
}
