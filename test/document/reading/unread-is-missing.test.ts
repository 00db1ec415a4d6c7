import { describe, expect, it } from "vitest";
import { standingOf, type Standing } from "../../../src/domain/standing/standing.ts";
import { asOf } from "../../support/records.ts";
import { ENTRY_HEAD, readWith } from "./reading.ts";

/** What a sound case says: 326,400 EUR a year, and 65.5 months of payback with the platform of item 20. */
const VALUE = {
  users: "100",
  tasks_per_day: "6",
  minutes_saved: "4",
  hourly_rate: "48 EUR",
  workdays_per_year: "220",
  platform_cost: "96000 EUR",
  build_cost: "120000 EUR",
  change_cost: "5000 EUR",
  thresholds: "{payback: 12 months}",
};

const KILL =
  "- {id: slow, when: payback.months > 60, by: 2026-11-24}\n" +
  "- {id: poor, when: impact.annual < 1 EUR, by: 2026-11-24}\n" +
  "- {id: dear, when: spend.total > 500 EUR, by: 2026-11-24}\n" +
  "- {id: toil, when: hours.total > 500 h, by: 2026-11-24}\n" +
  "- {id: staff, when: effort.total > 90000 EUR, by: 2026-11-24}\n";

const text = (fields: Readonly<Record<string, string>>) =>
  Object.entries(fields)
    .map(([key, value]) => `${key}: ${value}\n`)
    .join("");

function standing(files: Readonly<Record<string, string>>): Standing {
  const { records } = readWith({ "value.yaml": text(VALUE), "kill-criteria.yaml": KILL, ...files });
  return standingOf(records, asOf("2026-11-25"));
}

const verdicts = ({ kill }: Standing) =>
  Object.fromEntries(kill.map(({ criterion, verdict }) => [criterion.id, verdict]));

describe("issue 10, item 20: what is present and unreadable is missing", () => {
  it("nothing is missing where everything can be read", () => {
    const { value, ...rest } = standing({});
    expect(value).toMatchObject({ missing: [], unread: [], meetsThresholds: true });
    expect(new Set(Object.values(verdicts({ value, ...rest })))).toEqual(new Set(["cleared"]));
  });

  it.each([
    ["platform_cost: 96,000 EUR", "platform_cost"],
    ["platform_cost: {value: '96.000 EUR', grade: measured}", "platform_cost"],
    ["platform_cost: {low: 1 EUR, likely: 2, high: 3 EUR}", "platform_cost"],
    ["platform_cost: {value: 1 EUR, grade: messured}", "platform_cost"],
    ["platfrom_cost: 96000 EUR", "platfrom_cost"],
    ["model_cost: 1 EUROO", "model_cost"],
    ["support_cost: -1 EUR", "support_cost"],
    ["incremental_revenue: lots", "incremental_revenue"],
    ["change_cost: 5.000 EUR", "change_cost"],
    ["task_minutes: 12 min", "task_minutes"],
    ["users: 1.200", "users"],
    ["workdays_per_year: 219.5", "workdays_per_year"],
    ["thresholds: {payback: a year}", "thresholds.payback"],
    ["thresholds: {payback: 12 months, impact: 100 EUR a day}", "thresholds.impact"],
    ["thresholds: 12 months", "thresholds"],
    ["simulation: {shape: round}", "simulation.shape"],
  ])("%s is not judged", (line, name) => {
    const [key = ""] = line.split(":");
    const { [key]: _, ...others } = VALUE as Readonly<Record<string, string>>;
    const judged = standing({ "value.yaml": `${text(others)}${line}\n` });
    expect(judged.value).toMatchObject({ unread: [name], meetsThresholds: undefined, missed: [] });
    expect(judged.value.missing).toContain(name);
    expect(judged.value.exact).toBeUndefined();
    expect(verdicts(judged)["slow"]).toBe("overdue");
    expect(judged.recommendation.outcome).toBe("cannot-judge");
  });

  it("an optional input that is left open is missing, and not nothing", () => {
    const judged = standing({ "value.yaml": text({ ...VALUE, platform_cost: "TBD", change_cost: "" }) });
    expect(judged.value).toMatchObject({ missing: ["platform_cost", "change_cost"], unread: [] });
    expect(judged.value.meetsThresholds).toBeUndefined();
  });

  it.each([
    ["a rate of a person", "hourly_rates: {default: 50 EUR, Ana Ruiz: '120,000 EUR'}"],
    ["the rate of everybody", "hourly_rates: {default: 50}"],
    ["all rates", "hourly_rates: 50 EUR"],
    ["the file", "hourly_rates: {default: 50 EUR\n"],
  ])("%s that cannot be read is no other rate", (_, costs) => {
    const { effort, ...rest } = standing({
      "costs.yaml": `${costs}\n`,
      "log/2026-11-24-0900-a-k7f3q2m.yaml": `${ENTRY_HEAD}time: [{hours: 2}]\n`,
    });
    expect(effort.cost).toBeUndefined();
    expect(verdicts({ effort, ...rest })["staff"]).toBe("overdue");
  });

  it.each([
    ["a line of spend", "spend: [{amount: '96,000 EUR'}, {amount: 1 EUR}]", ["dear"]],
    ["all spend", "spend: 96000 EUR", ["dear"]],
    ["a line of time", "time: [{hours: '1,500'}]", ["toil", "staff"]],
  ])("%s that cannot be read clears no criterion", (_, facts, open) => {
    const judged = standing({
      "costs.yaml": "hourly_rates: {default: 50 EUR}\n",
      "log/2026-11-24-0900-a-k7f3q2m.yaml": `${ENTRY_HEAD}${facts}\n`,
    });
    const overdue = Object.entries(verdicts(judged)).filter(([, verdict]) => verdict === "overdue");
    expect(overdue.map(([id]) => id)).toEqual(open);
  });

  it("what already passed its limit is tripped, whatever else cannot be read", () => {
    const judged = standing({
      "log/2026-11-24-0900-a-k7f3q2m.yaml": `${ENTRY_HEAD}spend: [{amount: '1,000 EUR'}, {amount: 501 EUR}]\n`,
    });
    expect(verdicts(judged)["dear"]).toBe("tripped");
  });

  const BOX = "version: 1\ntitle: T\ntimebox: {start: 2026-11-23, working_days: 10, timezone: Europe/Berlin";
  it.each([
    ["a holiday", `${BOX}, holidays: [2026-11-25, 5/6/2026]}\n`],
    ["the weekend", `${BOX}, weekend: [friday, satturday]}\n`],
    ["a key of the timebox", `${BOX}, holliday: [2026-11-25]}\n`],
    ["the zone", `${BOX.replace("Berlin", "Berlino")}}\n`],
    ["the length", `${BOX.replace("10", "1.000")}}\n`],
  ])("%s that cannot be read leaves no timebox", (_, charter) => {
    expect(standing({ "poc.yaml": charter }).timebox).toBeUndefined();
  });

  it.each([
    ["the confidence of the charter", "poc.yaml", `${BOX}}\nconfidence: 0.8\n`],
    ["a key of the eval", "evals.yaml", "- {id: wrong-rate, better: lower, target: value <= 90%, min-n: 400}\n"],
  ])("%s that cannot be read judges nothing", (_, file, content) => {
    const evals = "- {id: wrong-rate, better: lower, target: value <= 90%}\n";
    const result = {
      "log/2026-11-24-0900-a-k7f3q2m.yaml": `${ENTRY_HEAD}results: [{eval: wrong-rate, count: 2/100}]\n`,
    };
    const killed = { "kill-criteria.yaml": "- {id: bad, when: wrong-rate > 95%, by: 2026-11-24}\n" };
    const [sound, judged] = [
      standing({ "evals.yaml": evals, ...result, ...killed }),
      standing({ "evals.yaml": evals, ...result, ...killed, [file]: content }),
    ];
    expect([sound.evals[0]?.verdict, verdicts(sound)["bad"]]).not.toContain("invalid");
    expect(judged.evals[0]).toMatchObject({ verdict: "invalid", why: { code: "definition-unread" } });
    expect(verdicts(judged)["bad"]).toBe("overdue");
  });

  it("a kill criterion of which a key cannot be read is not cleared", () => {
    const { kill } = standing({ "kill-criteria.yaml": "- {id: slow, when: payback.months > 60, bye: 2026-11-24}\n" });
    expect(kill[0]?.verdict).not.toBe("cleared");
  });
});
