import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { MEASURES } from "../../domain/evidence/measures/measures.ts";
import { uncountedNews } from "../../domain/evidence/uncounted-news.ts";
import { uncountedNewsClause } from "../../wording/evidence/figure-doubts.ts";
import type { Check } from "../check.ts";
import { relatedResult, resultPlace } from "./result-place.ts";

/** Bad news without a count takes no place of a count, and is said all the same. */
export const resultWithoutCount: Check = {
  name: "result-without-count",
  codes: ["result-without-count"],
  run: ({ evals, kill }) =>
    evals.flatMap((standing): readonly Diagnostic[] => {
      const news = uncountedNews(standing, kill);
      if (news === undefined) return [];
      const { id, measure } = standing.eval;
      const figure = MEASURES[measure].averages ? '"… sd … n …"' : "x/n";
      return [
        {
          code: "result-without-count",
          message: `${id}, entry ${news.logged.entry.id}: ${uncountedNewsClause(news)}`,
          place: resultPlace(news.logged),
          related: relatedResult(standing.judged),
          hint: `log the count behind it: poc log --eval ${id}=${figure}`,
        },
      ];
    }),
};
