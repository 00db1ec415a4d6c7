import { describe, expect, test } from "vitest";
import { PORTFOLIO, portfolioDisk, TODAY } from "../../support/portfolio.ts";
import { run, world } from "../../support/run.ts";

/** What a list says where a filter hides some PoCs, or all of them. */

const made = portfolioDisk(
  "currency: EUR\nexchange:\n  USD: { rate: 0.92, date: 2026-11-20, source: ECB }\nwip_cap: 4\n",
);

async function list(...args: readonly string[]) {
  return (await run(["list", ...args], world({ cwd: PORTFOLIO, now: TODAY, disk: new Map(await made) }))).stdout;
}

const FOUND = 16;

describe("the board of a selection", () => {
  test.each<[string, readonly string[], string, RegExp | undefined]>([
    ["everything", [], `${FOUND} PoCs, `, undefined],
    ["a group of states", ["--state", "overdue"], `2 of ${FOUND} PoCs, `, /Only PoCs in state overdue</],
    ["two states", ["--state", "go", "--state", "dead"], `2 of ${FOUND} PoCs, `, /Only PoCs in state go or dead</],
    ["an owner", ["--owner", "li wei"], `3 of ${FOUND} PoCs, `, /Only PoCs of owner &quot;li wei&quot;</],
    ["a team", ["--team", "schaden"], `2 of ${FOUND} PoCs, `, /Only PoCs of team &quot;schaden&quot;</],
    [
      "a question",
      ["--like", "Translation of contracts"],
      `of ${FOUND} PoCs, `,
      /Only PoCs with a question like &quot;Transl/,
    ],
  ])("of %s says so", async (_, filter, count, said) => {
    const page = await list("--format", "html", ...filter);
    const header = /<p>.*<\/p>/.exec(page)?.[0] ?? "";
    expect(header).toContain(count);
    if (said === undefined) expect(header).not.toContain("Only");
    else expect(header).toMatch(said);
  });

  test.each<[string, readonly string[], RegExp | undefined]>([
    ["a state", ["--state", "overdue"], undefined],
    ["a question", ["--like", "Translation of contracts"], undefined],
    ["an owner", ["--owner", "li wei"], /No PoC of this selection is in these states: .*\brunning\b/],
  ])("by %s says nothing of the states that it hides", async (_, filter, said) => {
    const empty = /<p class="empty">.*<\/p>/.exec(await list("--format", "html", ...filter))?.[0];
    if (said === undefined) expect(empty).toBeUndefined();
    else expect(empty).toMatch(said);
  });

  test("is not compared with the cap of all PoCs", async () => {
    expect(await list("--state", "overdue")).toContain("the cap of 4 counts all PoCs");
    expect(await list()).not.toContain("counts all PoCs");
  });
});

test("the board sorts by spend as the list does, across currencies", async () => {
  const page = await list("--format", "html");
  const cards = [
    ...page.matchAll(
      /data-spend-rank="(\d+)"[^>]*>\s*<h3>.*<\/h3>(?:\s*<p class="who">.*<span class="where">(.*?)<)?/g,
    ),
  ];
  const ranked = cards.map(([, rank, folder]) => [Number(rank), folder] as const).sort(([a], [b]) => a - b);
  const csv = await list("--sort", "spend", "--format", "csv");
  const folders = csv
    .split("\n")
    .slice(1)
    .map((line) => /^"([^"]*)"/.exec(line)?.[1]);
  const known = ranked.flatMap(([rank, folder]) => (folder === undefined ? [] : [[rank, folder] as const]));
  expect(known.length).toBeGreaterThan(9);
  expect(known.map(([rank]) => folders[rank])).toEqual(known.map(([, folder]) => folder));
});

describe("a filter that nothing passes", () => {
  test.each<[string, readonly string[], RegExp]>([
    ["a mistyped owner", ["--owner", "okaffor"], /has an owner "okaffor"\. Did you mean Tom Okafor\?/],
    ["a mistyped first name", ["--owner", "Tmo"], /Did you mean Tom Okafor\?/],
    ["a mistyped address", ["--owner", "tom@exmaple.com"], /Did you mean Tom Okafor\?/],
    ["a sponsor", ["--owner", "marta"], /has an owner "marta"\. Marta Weiss is a sponsor\.$/m],
    ["a mistyped sponsor", ["--owner", "wiess"], /Did you mean Marta Weiss\? Marta Weiss is a sponsor\./],
    ["nobody", ["--owner", "xqzzy"], /^None of 16 PoCs has an owner "xqzzy"\.$/m],
    ["a mistyped team", ["--team", "schadne"], /has a team "schadne"\. Did you mean Schäden Digital\?/],
    [
      "two that are known, but not together",
      ["--owner", "li wei", "--state", "draft"],
      /^No PoC of 16 PoCs matches\.$/m,
    ],
    [
      "a state that hides the similar question",
      ["--like", "Translation of contracts", "--state", "draft"],
      /^None of 2 PoCs in state draft has a similar question, but 1 other PoC has one: leave out the filter\.$/m,
    ],
    [
      "a question that nobody asked, in a state",
      ["--like", "Warehouse robots on Mars", "--state", "no-go"],
      /^None of 2 PoCs in state no-go has a similar question, and no other of 16 PoCs has one\.$/m,
    ],
    [
      "a question that nobody asked",
      ["--like", "Warehouse robots on Mars"],
      /^None of 16 PoCs has a similar question\.$/m,
    ],
    ["a question with a mistyped owner", ["--like", "contracts", "--owner", "okaffor"], /Did you mean Tom Okafor\?/],
  ])("%s", async (_, args, said) => {
    expect(await list(...args)).toMatch(said);
  });
});
