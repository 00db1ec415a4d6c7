import type { Path } from "../../diagnostics/place.ts";
import { estimateText } from "../../domain/business-case/business-case.ts";
import { compareDecimals, type Decimal } from "../../domain/scalars/decimal.ts";
import { nameHint } from "../../domain/scalars/nearest.ts";
import { parseWord } from "../../domain/scalars/word.ts";
import { moneyDecimal, type Money } from "../../domain/scalars/money.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import {
  parseImpactThreshold,
  parseInputAmount,
  parseInputNumber,
  parsePaybackThreshold,
} from "../../domain/records/value-input-text.ts";
import { estimateOf, isMoney, VALUE_INPUTS, type ValueInputSpec } from "../../domain/records/value-inputs.ts";
import { SHAPES, type BusinessCase, type Estimate } from "../../domain/records/value.ts";
import { pair, type FlagProblems } from "../log/facts/flag-problems.ts";
import { moneyLabel, monthsLabel } from "../../domain/scalars/labels.ts";

/** One thing that is imagined otherwise. */
export interface ValueChange {
  /** As in value.yaml: `users`, `thresholds.payback`. */
  readonly name: string;
  /** What stands in the file; "" where nothing does. */
  readonly before: string;
  readonly after: string;
  readonly apply: (value: BusinessCase) => BusinessCase;
}

/** What else than an input may be set, with its shorter names. */
const OTHERS: ReadonlyMap<string, "thresholds.payback" | "thresholds.impact" | "simulation.shape" | "simulation.seed"> =
  new Map([
    ["thresholds.payback", "thresholds.payback"],
    ["payback", "thresholds.payback"],
    ["thresholds.impact", "thresholds.impact"],
    ["impact", "thresholds.impact"],
    ["simulation.shape", "simulation.shape"],
    ["shape", "simulation.shape"],
    ["simulation.seed", "simulation.seed"],
    ["seed", "simulation.seed"],
  ] as const);

const FLAG = "--set";

/** Reads `users=600`, `minutes_saved=2..3..5`, `hourly_rate=55 EUR`, `payback=9 months`, each once. */
export function readValueChanges(
  texts: readonly string[],
  { definitions, value }: Standing,
  problems: FlagProblems,
): readonly ValueChange[] {
  const seen = new Set<string>();
  return texts.flatMap((text): readonly ValueChange[] => {
    const [written, figure] = pair(text) ?? [undefined, undefined];
    if (written === undefined || figure === undefined || figure === "") {
      problems.add(FLAG, `found "${shortened(text)}", expected an input and its figure, such as users=600`);
      return [];
    }
    const name = known(written, problems);
    if (name === undefined) return [];
    if (seen.has(name)) {
      problems.add(FLAG, `found ${name} twice, expected each once`);
      return [];
    }
    seen.add(name);
    const change = readChange(name, figure, definitions.value, value.currency, problems);
    return change === undefined ? [] : [{ ...change, apply: (old) => readAt(name, change.apply(old)) }];
  });
}

/** What was imagined stands in the place of what could not be read. */
function readAt(name: string, value: BusinessCase): BusinessCase {
  const elsewhere = (path: Path) => !path.join(".").startsWith(name) && !name.startsWith(path.join("."));
  return {
    ...value,
    ...(value.unread === undefined ? {} : { unread: value.unread.filter(elsewhere) }),
    ...(value.leftOpen === undefined ? {} : { leftOpen: value.leftOpen.filter(elsewhere) }),
  };
}

function known(written: string, problems: FlagProblems): string | undefined {
  const inputs = VALUE_INPUTS.map(({ name }) => name as string);
  const other = OTHERS.get(written);
  if (other !== undefined) return other;
  const name = written.replaceAll("-", "_");
  if (inputs.includes(name)) return name;
  return problems.add(
    FLAG,
    `no input is called "${shortened(written)}"`,
    nameHint(
      name,
      [...inputs, ...OTHERS.keys()],
      `known: ${[...inputs, "payback", "impact", "shape", "seed"].join(", ")}`,
    ),
  );
}

function readChange(
  name: string,
  text: string,
  value: BusinessCase,
  currency: string,
  problems: FlagProblems,
): ValueChange | undefined {
  const spec = VALUE_INPUTS.find((input) => input.name === name);
  if (spec !== undefined) return inputChange(spec, text, value, currency, problems);
  const read = <T>(result: Parsed<T>) => problems.take(`${FLAG} ${name}`, text, result);
  switch (name) {
    case "thresholds.payback": {
      const months = read(parsePaybackThreshold(text));
      return (
        months && {
          name,
          before: value.paybackThreshold === undefined ? "" : monthsLabel(value.paybackThreshold),
          after: monthsLabel(months),
          apply: (old) => ({ ...old, paybackThreshold: months }),
        }
      );
    }
    case "thresholds.impact": {
      const least = read(parseImpactThreshold(withCurrency(text, currency)));
      return (
        least && {
          name,
          before: value.impactThreshold === undefined ? "" : moneyLabel(value.impactThreshold),
          after: moneyLabel(least),
          apply: (old) => ({ ...old, impactThreshold: least }),
        }
      );
    }
    case "simulation.shape": {
      const shape = read(parseWord(text, SHAPES));
      return (
        shape && {
          name,
          before: value.simulation?.shape ?? "",
          after: shape,
          apply: (old) => ({ ...old, simulation: { ...old.simulation, shape } }),
        }
      );
    }
    default: {
      const seed = read(parseSeed(text));
      return seed === undefined
        ? undefined
        : {
            name,
            before: value.simulation?.seed?.toString() ?? "",
            after: String(seed),
            apply: (old) => ({ ...old, simulation: { ...old.simulation, seed } }),
          };
    }
  }
}

function inputChange(
  spec: ValueInputSpec,
  text: string,
  value: BusinessCase,
  currency: string,
  problems: FlagProblems,
): ValueChange | undefined {
  const flag = `${FLAG} ${spec.name}`;
  const before = estimateOf(value, spec);
  const range = problems.take(flag, text, rangeOf(spec, text, currency));
  if (range === undefined) return undefined;
  const estimate = { ...range, grade: "asserted", reason: "imagined" } as Estimate<Decimal | Money>;
  return {
    name: spec.name,
    before: before === undefined ? "" : estimateText(before),
    after: estimateText(estimate),
    apply: (old) => ({ ...old, [spec.key]: estimate }),
  };
}

type Figure = Decimal | Money;
type Range = Pick<Estimate<Figure>, "low" | "likely" | "high">;

function rangeOf(spec: ValueInputSpec, text: string, currency: string): Parsed<Range> {
  const parts = text.split("..").map((part) => part.trim());
  if (parts.length !== 1 && parts.length !== 3)
    return problem(
      "invalid-value",
      `a figure, or a range low..likely..high such as ${spec.role === "factor" ? "2..3..5" : `40..50..60 ${currency}`}`,
    );
  const unit = spec.role === "factor" ? undefined : (/ ([A-Z]{3})$/.exec(text)?.[1] ?? currency);
  const figures: Figure[] = [];
  for (const part of parts) {
    const figure: Parsed<Figure> =
      unit === undefined ? parseInputNumber(spec, part) : parseInputAmount(spec, withCurrency(part, unit));
    if (!figure.ok) return figure;
    figures.push(figure.value);
  }
  const [low, likely = low, high = low] = figures;
  if (low === undefined || likely === undefined || high === undefined) return problem("missing-field", "a figure");
  if (new Set(figures.map((figure) => (isMoney(figure) ? figure.currency : ""))).size > 1)
    return problem("invalid-value", "one currency in a range");
  const inOrder = compareDecimals(plain(low), plain(likely)) <= 0 && compareDecimals(plain(likely), plain(high)) <= 0;
  return inOrder ? ok({ low, likely, high }) : problem("range-out-of-order", "low <= likely <= high");
}

function plain(figure: Figure): Decimal {
  return isMoney(figure) ? moneyDecimal(figure) : figure;
}

/** A bare amount is in the currency of the case. */
function withCurrency(text: string, currency: string): string {
  return /^-?[\d.,]+$/.test(text) ? `${text} ${currency}` : text;
}

function parseSeed(text: string): Parsed<number> {
  return /^\d{1,9}$/.test(text) ? ok(Number(text)) : problem("invalid-value", "a whole number from 0 to 999999999");
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
