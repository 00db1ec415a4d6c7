import { expect, test } from "vitest";
import { nextActions } from "../../src/domain/next/next-actions.ts";
import { nextAllText, tellAct } from "../../src/output/portfolio/next-all-text.ts";
import { plainStyle } from "../../src/output/terminal/style.ts";
import { date, standing, start } from "../support/records.ts";

const actions = nextActions(standing({ log: [start()] }, "2026-11-24")).slice(0, 1);

test.each<[string, readonly (readonly [string, string])[], string]>([
  ["its title alone has it", [["/work/a", "Go three"]], "Go three"],
  [
    "a PoC in which nothing waits has it too",
    [
      ["/work/a", "Go three"],
      ["/work/b", "Go three"],
    ],
    "a",
  ],
  ["it has none", [["/work/a", ""]], "a"],
])("what a PoC is called where %s", (_, titles, name) => {
  const around = { path: "/work/a", title: titles[0]![1], asOf: date("2026-11-24") };
  const acts = actions.map((action) => ({ ...around, ...action, told: tellAct(action) }));
  const answer = { acts, pocs: titles.length, titles: new Map(titles), people: [], notRead: [] };
  const text = nextAllText(answer, "/work", plainStyle({ columns: 120, unicode: true }), {
    person: undefined,
    role: actions[0]?.role,
  });
  const row = text.split("\n")[1] ?? "";
  expect(row).toMatch(new RegExp(`\\s${name}\\s\\s`));
});
