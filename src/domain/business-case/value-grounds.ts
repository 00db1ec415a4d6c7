import { addRationals, divideRationals, rationalNumber, signOf, ZERO, type Rational } from "../scalars/rational.ts";
import { timeSavedOf, type Figures } from "./value-figures.ts";
import { VALUE_INPUTS } from "../records/value-inputs.ts";
import { GRADES, type Estimate, type Grade } from "../records/value.ts";

/** Ids of the log entries that count, asked for the few that an input cites. */
export type Counted = Pick<ReadonlySet<string>, "has">;

/**
 * What an input is worth as evidence. The word for it is not enough: a measurement without an entry that counts and
 * without a source, and an estimate without a reason, are only asserted.
 */
export function standsAs({ grade, source, reason, entries = [] }: Estimate<unknown>, counted: Counted): Grade {
  if (grade === "measured") return source !== undefined || entries.some((id) => counted.has(id)) ? grade : "asserted";
  if (grade === "estimated") return source !== undefined || reason !== undefined ? grade : "asserted";
  return grade;
}

/** Inputs, by their names in value.yaml, that count as estimated: what is met by them is met on estimates. */
export function estimatedInputs({ inputs }: { readonly inputs: readonly Graded[] }): readonly string[] {
  return inputs.filter((input) => input.standsAs === "estimated").map(({ name }) => name);
}

interface Graded {
  readonly name: string;
  readonly standsAs: Grade;
}

/** Shares of the annual benefit by what they rest on; they add up to 1. */
export type BenefitGrounds = Readonly<Record<Grade, number>>;

/**
 * On what the benefit rests: the worth of the time saved plus the incremental revenue, without regard to their signs.
 * The time saved is a product, and a product is known no better than its weakest factor; so all of it counts as
 * asserted where one of users, tasks, minutes, rate and days is. Costs are not a benefit and are not in it. Undefined
 * where there is no benefit to divide.
 */
export function benefitGrounds(figures: Figures, grades: ReadonlyMap<string, Grade>): BenefitGrounds | undefined {
  const factors = VALUE_INPUTS.filter(({ role }) => role === "factor" || role === "rate").map(
    ({ name }) => grades.get(name) ?? "asserted",
  );
  const terms: readonly (readonly [Rational, Grade])[] = [
    [sizeOf(timeSavedOf(figures)), weakest(factors)],
    [sizeOf(figures.get("incremental_revenue") ?? ZERO), grades.get("incremental_revenue") ?? "asserted"],
  ];
  const whole = terms.reduce((sum, [size]) => addRationals(sum, size), ZERO);
  if (signOf(whole) === 0) return undefined;
  const share = (grade: Grade) => {
    const part = terms.reduce((sum, [size, own]) => (own === grade ? addRationals(sum, size) : sum), ZERO);
    return rationalNumber(divideRationals(part, whole));
  };
  return { measured: share("measured"), estimated: share("estimated"), asserted: share("asserted") };
}

function weakest(grades: readonly Grade[]): Grade {
  return GRADES[Math.max(...grades.map((grade) => GRADES.indexOf(grade)))] ?? "asserted";
}

function sizeOf(value: Rational): Rational {
  return value.numerator < 0n ? { ...value, numerator: -value.numerator } : value;
}
