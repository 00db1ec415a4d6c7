import { parseDecimal, shortDecimalText } from "../../scalars/decimal.ts";
import { ok, problem, type Parsed } from "../../scalars/parsed.ts";

/** Tokens that went into a model and came out of it. */
export interface TokenUse {
  readonly model: string;
  /** All of the input, cached or not. */
  readonly input: number;
  /** The part of the input that came from the cache: paid at the cached price, and not at the full one as well. */
  readonly cached: number;
  /** The part of the input that was written to the cache for a few minutes: paid at the price of that. */
  readonly written?: number;
  /** The part that was written to it for an hour. */
  readonly writtenHour?: number;
  readonly output: number;
  /** Of requests with more tokens than this, which some vendors charge at other prices. */
  readonly above?: number;
  /** Whether they were sent as a batch. */
  readonly batch?: boolean;
}

/** More than this is not a proof of concept, and still far from what a double holds exactly. */
export const MOST_TOKENS = 1_000_000_000_000;

const EXPECTED = "a number of tokens such as 1.2M, 310k or 48211";
const ZEROS: Readonly<Record<string, number>> = { "": 0, k: 3, m: 6, g: 9 };

/** Reads `1.2M`, `310k`, `48211`: whole tokens, exactly. */
export function parseTokenCount(text: string): Parsed<number> {
  const match = /^(\d+(?:\.\d+)?) ?([kKmMgG]?)$/.exec(text);
  const number = match && parseDecimal(match[1]!);
  if (match === null || number?.ok !== true) return problem("invalid-number", EXPECTED, tokenHint(text));
  const zeros = ZEROS[match[2]!.toLowerCase()]!;
  if (number.value.scale > zeros) {
    return problem("invalid-number", EXPECTED, {
      found: zeros === 0 ? "decimals need a suffix: k, M or G" : "that is not a whole number of tokens",
    });
  }
  const count = number.value.digits * 10n ** BigInt(zeros - number.value.scale);
  return count > BigInt(MOST_TOKENS)
    ? problem("invalid-value", `at most ${tokenCountText(MOST_TOKENS)} tokens`)
    : ok(Number(count));
}

function tokenHint(text: string): { readonly hint?: string } {
  if (/^\d+(\.\d+)? ?[bB]$/.test(text)) return { hint: `write ${text.slice(0, -1).trim()}G` };
  return /^\d{1,3}(,\d{3})+$/.test(text) ? { hint: `write ${text.replaceAll(",", "")}` } : {};
}

/** The shortest exact way to write it: `1.2M`, `310k`, `48211`. `parseTokenCount` reads it back. */
export function tokenCountText(count: number): string {
  const plain = String(count);
  const suffix = plain.length > 9 ? "G" : plain.length > 6 ? "M" : plain.length > 3 ? "k" : "";
  const short = shortDecimalText({ digits: BigInt(count), scale: ZEROS[suffix.toLowerCase()]! }) + suffix;
  return short.length < plain.length ? short : plain;
}

/** What may follow the two counts, with the field that it is. */
const PARTS = { cached: "cached", written: "written", "written-1h": "writtenHour", above: "above" } as const;
type Part = keyof typeof PARTS;

/** The words that say which part of the tokens is meant. */
export const TOKEN_PARTS = Object.keys(PARTS) as readonly Part[];

/**
 * Reads `1.2M/310k`, `1.2M/310k cached 800k written 200k`, `1.2M/310k above 200k batch`: input, output, and what of the
 * input came from the cache or was written to it; or of which requests they are.
 */
export function parseTokenUse(model: string, text: string): Parsed<TokenUse> {
  const expected =
    "input and output tokens such as 1.2M/310k, or 1.2M/310k cached 800k; also written, written-1h, above, batch";
  const match = /^([^/\s]+) ?\/ ?([^/\s]+)((?: +[^/\s]+)*)$/.exec(text);
  if (match === null) return problem("invalid-number", expected);
  const words = match[3]!.split(/ +/).filter((word) => word !== "");
  const fields: Record<string, number> = {};
  let batch = false;
  for (let k = 0; k < words.length; k++) {
    const part = TOKEN_PARTS.find((name) => name === words[k]);
    if (words[k] === "batch" && !batch) batch = true;
    else if (part === undefined || fields[PARTS[part]] !== undefined || words[k + 1] === undefined)
      return problem("invalid-number", expected);
    else {
      const count = parseTokenCount(words[++k]!);
      if (!count.ok) return countProblem(words[k]!, count);
      fields[PARTS[part]] = count.value;
    }
  }
  const [input, output] = [parseTokenCount(match[1]!), parseTokenCount(match[2]!)];
  if (!input.ok) return countProblem(match[1]!, input);
  if (!output.ok) return countProblem(match[2]!, output);
  const { cached = 0, written = 0, writtenHour = 0, above } = fields;
  const use: TokenUse = {
    model,
    input: input.value,
    cached,
    ...(written === 0 ? {} : { written }),
    ...(writtenHour === 0 ? {} : { writtenHour }),
    output: output.value,
    ...(above === undefined ? {} : { above }),
    ...(batch ? { batch } : {}),
  };
  const fault = tokenProblem(use);
  return fault === undefined ? ok(use) : problem("invalid-value", fault);
}

function countProblem(part: string, count: Parsed<number> & { readonly ok: false }): Parsed<TokenUse> {
  const { code, expected, found = part, hint } = count.problem;
  return problem(code, expected, { found, ...(hint === undefined ? {} : { hint }) });
}

/** What is expected of counts that are each right and together wrong; undefined where nothing is wrong. */
export function tokenProblem({ input, cached, written = 0, writtenHour = 0, output }: TokenUse): string | undefined {
  if (cached > input) return `at most the ${tokenCountText(input)} of the input to come from the cache`;
  if (cached + written + writtenHour > input)
    return `at most the ${tokenCountText(input)} of the input to come from the cache or to be written to it`;
  return input + output === 0 ? "at least one token" : undefined;
}

/** As it is typed: `1.2M/310k cached 800k`. `parseTokenUse` reads it back. */
export function tokenUseText({ input, cached, written = 0, writtenHour = 0, output, above, batch }: TokenUse): string {
  const parts: readonly (readonly [word: Part, count: number | undefined])[] = [
    ["cached", cached === 0 ? undefined : cached],
    ["written", written === 0 ? undefined : written],
    ["written-1h", writtenHour === 0 ? undefined : writtenHour],
    ["above", above],
  ];
  return [
    `${tokenCountText(input)}/${tokenCountText(output)}`,
    ...parts.flatMap(([word, count]) => (count === undefined ? [] : [`${word} ${tokenCountText(count)}`])),
    ...(batch === true ? ["batch"] : []),
  ].join(" ");
}
