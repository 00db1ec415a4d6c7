import type { Portfolio } from "../../domain/portfolio/portfolio.ts";
import { currency, exchangeRate } from "./costs-schema.ts";
import { fields, list, mapOf, mapped, once, optional, type Field } from "./field.ts";
import { text, whole } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

const MOST_IN_PROGRESS = 10_000;

/** What portfolio.yaml may say. */
export const portfolioSchema = once((): Field<Portfolio> =>
  mapped(
    fields({
      title: optional(text(), "Title", "The title of the portfolio on its page.", "PoCs of the AI platform"),
      paths: optional(
        list(text("a folder or a pattern")),
        "Paths",
        "Folders with PoCs, or patterns of them, relative to this file; without any, everything below it.",
        ["../claims-assistant", "../team-*"],
      ),
      wip_cap: optional(
        whole(1, MOST_IN_PROGRESS),
        "Cap on work in progress",
        "The number of PoCs that may be in progress at once.",
        5,
      ),
      currency: optional(currency(), "Currency", "The currency of the totals, if there are rates.", "EUR"),
      exchange: optional(mapOf(currency(), exchangeRate()), "Exchange rates", "Foreign currencies by their code.", {
        USD: { rate: 0.92, date: "2026-11-20", source: "ECB" },
      }),
    }),
    ({ title, paths, wip_cap: wipCap, currency: code, exchange }): Portfolio =>
      withoutUndefined({
        title,
        paths,
        wipCap,
        currency: code,
        exchange: [...(exchange ?? [])].map(([foreign, { rate, date, source }]) =>
          withoutUndefined({ currency: foreign, rate, date, source }),
        ),
      }),
  ),
);
