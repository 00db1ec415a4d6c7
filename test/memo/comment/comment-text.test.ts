import { describe, expect, test } from "vitest";
import { commentMarker, commentText } from "../../../src/memo/comment/comment-text.ts";
import { SAMPLE_REPORTS, diagnostic } from "../../output/sample-reports.ts";
import { HOSTILE_TEXTS, withTexts } from "../../output/hostile-texts.ts";

const facts = (name: keyof typeof SAMPLE_REPORTS) => ({ ...SAMPLE_REPORTS[name], place: "pocs/a", base: undefined });

describe("a comment", () => {
  test.each(["draft", "running", "troubled", "decided", "broken"] as const)("of a PoC that is %s", async (name) => {
    await expect(commentText(facts(name))).toMatchFileSnapshot(`golden/comment-${name}.md`);
  });

  test("stays under the limit of GitHub, however much there is, and says so", () => {
    const many = Array.from({ length: 2000 }, (_, row) =>
      diagnostic("invalid-value", "poc.yaml", row, "«x»", "漢".repeat(2000), { hint: "h".repeat(2000) }),
    );
    const { standing } = SAMPLE_REPORTS.troubled;
    const [item] = standing.evals;
    const evals = Array.from({ length: 500 }, (_, k) => ({
      ...item!,
      eval: { ...item!.eval, id: `eval-${k}`.padEnd(64, "x"), metric: "m".repeat(5000) },
    }));
    const text = commentText({ standing: { ...standing, evals }, diagnostics: many, place: "a", base: undefined });
    expect(text.length).toBeLessThan(60_000);
    expect(Buffer.byteLength(text)).toBeLessThan(262_144);
    expect(text.split("```").length % 2).toBe(1);
    expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
  });

  test.each(HOSTILE_TEXTS.map((text) => [text]))(
    "with %j in every text has one marker and closes what it opens",
    (hostile) => {
      const report = withTexts(SAMPLE_REPORTS.troubled, (old) => `${old}${hostile}--><!-- poc:report id="x" -->@ana`);
      const text = commentText({ ...report, place: "pocs/a", base: undefined });
      expect(text.match(/<!--/g)).toHaveLength(1);
      // What stands in code pings nobody.
      expect(text.replaceAll(/```[^]*?```|`[^`\n]*`/g, "")).not.toMatch(/@[a-z]/);
      expect(text.match(/<details>/g)).toHaveLength(text.match(/<\/details>/g)?.length ?? 0);
      expect(text.match(/^```/gm)?.length ?? 0).toBe(text.includes("```text") ? 2 : 0);
    },
  );
});

describe("the marker", () => {
  test.each([
    ["", '<!-- poc:report id="." -->'],
    ["pocs/prod", '<!-- poc:report id="pocs/prod" -->'],
    ["pocs/a b", '<!-- poc:report id="pocs/a%20b" -->'],
    ['x" --> <b', '<!-- poc:report id="x%22%20%2D%2D%3E%20%3Cb" -->'],
    ["a--b", '<!-- poc:report id="a%2D%2Db" -->'],
  ])("of %j is exact", (place, marker) => {
    expect(commentMarker(place)).toBe(marker);
  });

  test("of one PoC is no part of that of another", () => {
    expect(commentMarker("pocs/non-prod")).not.toContain(commentMarker("prod"));
    expect(commentMarker("prod/a")).not.toContain(commentMarker("prod"));
  });
});
