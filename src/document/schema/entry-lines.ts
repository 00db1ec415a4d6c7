import { SPEND_BASES, SPEND_CATEGORIES } from "../../domain/records/costs.ts";
import type { RiskNote, SpendLine, TaskLine, TimeLine } from "../../domain/records/entry.ts";
import { shortDecimalText } from "../../domain/scalars/decimal.ts";
import { compareMoney, moneyText, roundedMoney } from "../../domain/scalars/money.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { RISK_LEVELS } from "../../domain/records/risk.ts";
import { MOST_TOKENS, tokenProblem, tokenUseText, type TokenUse } from "../../domain/records/tokens.ts";
import { count } from "./eval-schema.ts";
import { checked, fields, list, mapped, optional, required, type Field } from "./field.ts";
import { choice, decimalWithin, duration, id, money, text, whole, workHours } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

const MOST_PEOPLE = 1000;
const LONGEST_ID = 200;

/** Tasks that the system was given: what they cost is the spend of the same entry. */
export function taskLine(): Field<TaskLine> {
  return mapped(
    fields({
      count: required(count(), "Count", "How many tasks were done right, of how many.", "262/300"),
      arm: optional(text(), "Arm", "The variant that did them.", "reranker-k8"),
      latency: optional(duration(), "Latency", "Average response time of an output.", "1.8 s"),
      review: optional(duration(), "Review", "Average time that a person reviewed an output.", "0.5 min"),
      note: optional(text(), "Note", "Which tasks.", "A day of tickets from the archive"),
    }),
    ({ count: counted, arm, latency, review, note }): TaskLine =>
      withoutUndefined({ count: counted, arm: arm ?? "", latency, review, note }),
  );
}

export function spendLine(): Field<SpendLine> {
  return checked(
    fields({
      amount: required(money(), "Amount", "What was spent; negative for money that came back.", "12.40 EUR"),
      exact: optional(
        decimalWithin({ expected: "an amount of zero or more, such as 0.000371", least: 0 }),
        "Exact",
        "With tokens: the amount with all its digits, if it has more of them than the currency. Sums use it.",
        0.000371,
      ),
      category: optional(
        choice(SPEND_CATEGORIES),
        "Category",
        "What it went to. `other` unless stated.",
        ...SPEND_CATEGORIES,
      ),
      note: optional(text(), "Note", "What for.", "Full run of the eval set"),
      rate: optional(
        decimalWithin({ expected: "a rate above 0, such as 0.92", above: 0 }),
        "Rate",
        "The exchange rate used, if not the one in costs.yaml.",
        0.92,
      ),
      basis: optional(
        choice(SPEND_BASES),
        "Basis",
        "How the amount is known: from a bill, from a meter and a price list, or by estimate. `billed` unless stated.",
        ...SPEND_BASES,
      ),
      tokens: optional(
        tokenUse(),
        "Tokens",
        "What the amount was calculated from. Written by `poc log --tokens gpt-4.1=1.2M/310k`; the amount stands.",
        { model: "gpt-4.1", input: 1_200_000, cached: 800_000, output: 310_000 },
      ),
      replaces: optional(
        list(text("the id of an entry", LONGEST_ID)),
        "Replaces",
        "Earlier entries whose lines of this category, estimated or metered, this amount replaces. " +
          "Written by `poc log --replaces`.",
        ["k7f3q2m"],
      ),
    }),
    ({ amount, exact, category, note, rate, basis, tokens, replaces }): Parsed<SpendLine> => {
      if (exact !== undefined && tokens === undefined) return problem("fields-conflict", "exact only beside tokens");
      if (exact !== undefined && compareMoney(roundedMoney(exact, amount.currency), amount) !== 0)
        return problem("fields-conflict", "an exact amount that rounds to the amount", {
          found: `${moneyText(amount)}, exactly ${shortDecimalText(exact)}`,
        });
      return ok(
        withoutUndefined({
          amount,
          exact,
          category: category ?? (tokens === undefined ? "other" : "tokens"),
          note,
          rate,
          basis: basis === "billed" ? undefined : basis,
          tokens,
          replaces: replaces?.length === 0 ? undefined : replaces,
        }),
      );
    },
  );
}

function tokenUse(): Field<TokenUse> {
  const tokens = () => whole(0, MOST_TOKENS);
  return checked(
    fields({
      model: required(text(), "Model", "The model, by its name in the price list.", "gpt-4.1"),
      input: required(tokens(), "Input", "Tokens that went in, cached or not.", 1_200_000),
      cached: optional(tokens(), "Cached", "How many of these came from the cache.", 800_000),
      output: required(tokens(), "Output", "Tokens that came out.", 310_000),
    }),
    ({ model, input, cached = 0, output }): Parsed<TokenUse> => {
      const use = { model, input, cached, output };
      const fault = tokenProblem(use);
      return fault === undefined ? ok(use) : problem("invalid-value", fault, { found: tokenUseText(use) });
    },
  );
}

/** Hours of one person, or a meeting of several. */
export function timeLine(): Field<TimeLine> {
  const hours = workHours;
  return checked(
    fields({
      hours: optional(hours(), "Hours", "Hours of the person who logs: 2, 1:30, 90m.", 2),
      meeting: optional(hours(), "Meeting", "How long a meeting lasted: 0.5, 1:30, 30m.", 0.5),
      people: optional(whole(1, MOST_PEOPLE), "People", "How many took part in the meeting.", 4),
      what: optional(text(), "What", "What the time went to.", "Review with security"),
    }),
    ({ hours: own, meeting, people, what }): Parsed<TimeLine> => {
      const time = own ?? meeting;
      if (time === undefined) return problem("missing-field", "either hours or meeting");
      if (own !== undefined && (meeting !== undefined || people !== undefined))
        return problem("fields-conflict", "either hours, or meeting with people");
      if (meeting !== undefined && people === undefined) return problem("missing-field", "people beside meeting");
      return ok(withoutUndefined({ hours: time, people: people ?? 1, meeting: meeting !== undefined, what }));
    },
  );
}

export function riskNote(): Field<RiskNote> {
  return mapped(
    fields({
      id: required(id(), "Risk", "Id of a risk in the register, or a new one with a note.", "pii-in-traces"),
      level: required(choice(RISK_LEVELS), "Level", "How high it is now.", ...RISK_LEVELS),
      note: optional(text(), "Note", "What was seen.", "Traces hold customer names"),
      evidence: optional(
        text(),
        "Evidence",
        "Where it can be seen: a link, a path, a document.",
        "https://example.com/review/17",
      ),
    }),
    ({ id: risk, level, note, evidence }): RiskNote => withoutUndefined({ id: risk, level, note, evidence }),
  );
}
