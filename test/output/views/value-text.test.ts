import { describe, expect, test } from "vitest";
import { type ValueResult, whatIf } from "../../../src/app/views/show-value.ts";
import type { Standing } from "../../../src/domain/standing/standing.ts";
import type { BusinessCase } from "../../../src/domain/records/value.ts";
import { plainStyle } from "../../../src/output/terminal/style.ts";
import { tornadoBar, tornadoScale } from "../../../src/output/terminal/tornado.ts";
import { valueCsv } from "../../../src/output/views/value-csv.ts";
import { valueJson } from "../../../src/output/json/value-json.ts";
import { valueText } from "../../../src/output/views/value-text.ts";
import { ASCII_SIGNS, UNICODE_SIGNS } from "../../../src/output/terminal/signs.ts";
import { displayWidth } from "../../../src/output/terminal/display-width.ts";
import { safe } from "../../../src/output/terminal/safe.ts";
import { SOUND, entry, known, money, number, spent, standing, start } from "../../support/records.ts";
import { FORBIDDEN, HOSTILE_TEXTS, withTexts } from "../hostile-texts.ts";
import { swingsOf } from "../../../src/domain/business-case/value-outlook.ts";

const RANGED: BusinessCase = {
  ...SOUND.value,
  users: { low: number("60"), likely: number("100"), high: number("150"), grade: "measured", entries: ["measure"] },
  minutesSaved: {
    low: number("0.3"),
    likely: number("4"),
    high: number("5"),
    grade: "estimated",
    reason: "ten tasks timed by hand",
  },
  supportCost: {
    low: money("0 USD"),
    likely: money("10000 USD"),
    high: money("20000 USD"),
    grade: "asserted",
    source: "a guess",
  },
  impactThreshold: money("100000 EUR"),
};

function resultOf(value: BusinessCase, imagined?: BusinessCase): Pick<ValueResult, "standing" | "value" | "changes"> {
  const definitions = { ...SOUND, value };
  const now: Standing = standing(
    { definitions, log: [start(definitions), entry("2026-11-24", { id: "measure", spend: [spent("12.40 EUR")] })] },
    "2026-11-25",
  );
  const changes = imagined === undefined ? [] : [{ name: "users", before: "100", after: "50", apply: () => imagined }];
  return { standing: now, value: imagined === undefined ? now.value : whatIf(now, imagined), changes };
}

const FULL = resultOf(RANGED);
const WHAT_IF = resultOf(RANGED, { ...RANGED, users: known(number("50")) });

describe("whatever was written, nothing acts on the terminal", () => {
  test.each(HOSTILE_TEXTS.map((text) => [JSON.stringify(text), text] as const))("%s", (_, hostile) => {
    const change = (text: string) => hostile + text + hostile;
    for (const result of [FULL, WHAT_IF]) {
      const told = withTexts(result, change);
      for (const unicode of [true, false]) {
        const text = valueText(told, plainStyle({ columns: 80, unicode }));
        expect(FORBIDDEN.exec(text)?.[0]).toBeUndefined();
        expect(/^FORGED/m.test(text)).toBe(false);
      }
      const csv = valueCsv(told);
      expect(FORBIDDEN.exec(csv.replaceAll("\r\n", ""))?.[0]).toBeUndefined();
      expect(csv.split("\r\n").filter((line) => /(^|,)"[=+\-@]/.test(line))).toEqual([]);
    }
  });
});

describe("in any width", () => {
  test.each([40, 60, 80, 120, 160])("%i columns hold every line, in Unicode and in ASCII", (columns) => {
    for (const unicode of [true, false]) {
      const text = valueText(WHAT_IF, plainStyle({ columns, unicode }));
      expect(text.split("\n").filter((line) => displayWidth(safe(line)) > columns)).toEqual([]);
      if (!unicode) expect(text).toMatch(/^[\x20-\x7e\n]*$/);
    }
  });
});

describe("the bars", () => {
  const bars = (value: BusinessCase, width = 21, signs = UNICODE_SIGNS) => {
    const { value: found } = resultOf(value);
    const swings = swingsOf(found);
    const scale = tornadoScale(swings, found)!;
    return swings.map((swing) => `${swing.name} ${tornadoBar(swing, scale, width, signs)}`);
  };
  const build = (low: string, likely: string, high: string): BusinessCase => ({
    ...SOUND.value,
    buildCost: { low: money(low), likely: money(likely), high: money(high), grade: "estimated", reason: "x" },
  });

  test("reach from end to end, with the likely case and the threshold", () => {
    expect(bars(build("100000 EUR", "200000 EUR", "300000 EUR"))).toEqual(["build_cost ·██████●██████·····◂·"]);
    expect(bars(build("100000 EUR", "200000 EUR", "300000 EUR"), 21, ASCII_SIGNS)).toEqual([
      "build_cost .######x######.....<.",
    ]);
  });

  test("go on past the end of the scale where it never pays back", () => {
    const [bar] = bars({ ...SOUND.value, minutesSaved: { ...known(number("4")), low: number("0.1") } });
    expect(bar).toMatch(/^minutes_saved .*●█+◂?█*→$/);
  });

  test("are of net impact where nothing ever pays back", () => {
    const { value } = resultOf({
      ...SOUND.value,
      platformCost: { ...known(money("900000 EUR")), low: money("800000 EUR") },
    });
    expect(tornadoScale(swingsOf(value), value)).toMatchObject({ of: "impact", threshold: undefined });
  });

  test("are not drawn without a range", () => {
    const { value } = resultOf(SOUND.value);
    expect(tornadoScale(swingsOf(value), value)).toBeUndefined();
  });
});

test("JSON holds numbers or null, and never an infinity", () => {
  const { value, standing: now } = resultOf({ ...RANGED, platformCost: known(money("900000 EUR")) });
  const json = JSON.stringify(valueJson({ standing: now, value, changes: [] }));
  expect(JSON.parse(json)).toMatchObject({
    simulation: { payback_months: { p90: null } },
    swings: [{ payback_months: [null, null] }, {}, {}],
  });
});
