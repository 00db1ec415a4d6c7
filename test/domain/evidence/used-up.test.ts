import { expect, test } from "vitest";
import { isUsedUp } from "../../../src/domain/evidence/account/account.ts";
import type { Result } from "../../../src/domain/records/evals/result.ts";
import type { Definitions } from "../../../src/domain/records/records.ts";
import { nextActions } from "../../../src/domain/next/next-actions.ts";
import { answerText } from "../../../src/memo/page-one/answer.ts";
import { actWords } from "../../../src/wording/acts.ts";
import { DAY, on, poc, withEval } from "../../support/one-eval.ts";
import { standing } from "../../support/records.ts";

const CHANGE = { baseline: "82/400", target: "reduction >= 40%", minN: 400 } as const;
const ALONE = withEval(CHANGE);
const ARMS = withEval({
  ...CHANGE,
  arms: [
    { name: "a", baseline: false },
    { name: "b", baseline: false },
  ],
});
const EXTENDED = withEval({ ...CHANGE, extendedN: 800 });
const UNSIZED = withEval({ baseline: "82/400", target: "reduction >= 40%" });
const PLAIN = withEval({ target: "value <= 12%", minN: 200 });

test.each<[string, Definitions, readonly Result[], string, boolean]>([
  ["the planned run leaves it open", ALONE, [on("38/400")], "nothing-left", true],
  ["so does any rerun, however good", ALONE, [on("38/400"), on("33/400"), on("10/400")], "nothing-left", true],
  ["an extension is set aside", EXTENDED, [on("38/400")], "target-in-range", false],
  ["the extension was run", EXTENDED, [on("38/400"), on("76/800")], "nothing-left", true],
  ["another arm was named and not run", ARMS, [on("38/400", { arm: "a" })], "target-in-range", false],
  ["whole counts left something", PLAIN, [on("19/200")], "target-in-range", false],
  ["no size was agreed and it is the first run", UNSIZED, [on("38/400")], "nothing-left", true],
])(
  "a further run is met only beyond any doubt where nothing is left of the account: %s",
  (_, definitions, results, why, usedUp) => {
    const now = standing(poc(definitions, ...results), DAY);
    const [item] = now.evals;
    expect([item!.verdict, item!.why?.code, isUsedUp(item!.account)]).toEqual(["unsettled", why, usedUp]);
    expect(answerText(now).includes("It looks likely to be met.")).toBe(!usedUp);
  },
);

test("then the next act is a decision and no run, unless a kill criterion needs the figure", () => {
  const acts = (definitions: Definitions, day: string) =>
    nextActions(standing(poc(definitions, on("38/400")), day))
      .filter(({ code }) => code === "settle-eval")
      .map((action) => [action.role, actWords(action).command]);
  expect(acts(ALONE, "2026-12-03")).toEqual([["sponsor", 'poc decide no-go|go --override "…"']]);
  const open = withEval(CHANGE, "wrong-rate > 10%");
  expect(acts(open, "2026-12-01")).toEqual([["engineer", "poc log --eval wrong-rate=…"]]);
});
