import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ExportedPoc } from "../../../src/app/export/exported-poc.ts";
import { EXPORT_FORMATS } from "../../../src/app/export/export-formats.ts";
import { addDecimals, decimal, decimalText, roundDecimal, type Decimal } from "../../../src/domain/scalars/decimal.ts";
import { moneyDecimal, type Money } from "../../../src/domain/scalars/money.ts";
import { calibrationOf, type GroupCalibration } from "../../../src/domain/follow-up/calibration.ts";
import { followUpStanding } from "../../../src/domain/follow-up/follow-up-standing.ts";
import { overdueDays, pocState } from "../../../src/domain/portfolio/poc-state.ts";
import { causeOf } from "../../../src/domain/standing/risk-standing.ts";
import { tableFiles } from "../../../src/output/tables/export-files.ts";
import { packageRoot } from "../../../src/platform/assets.ts";
import { duckdb, type Database } from "../../support/duckdb.ts";
import { manyPocs } from "../../support/many-pocs.ts";
import { DATABASES_REQUIRED, POSTGRESQL, postgresql } from "../../support/postgresql.ts";

/**
 * The tables of a thousand PoCs in real databases: what their views say is what the standing says. PostgreSQL is
 * skipped where there is none, unless POC_DATABASE_TESTS requires it.
 */
const sql = (name: string) => readFileSync(join(packageRoot(), "sql", name), "utf8");

const folder = mkdtempSync(join(tmpdir(), "tables-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const POCS = 1000;
let pocs: readonly ExportedPoc[];

beforeAll(() => {
  pocs = manyPocs(POCS);
  for (const format of EXPORT_FORMATS)
    for (const { table, content } of tableFiles(pocs, format)) {
      mkdirSync(join(folder, format, table), { recursive: true });
      writeFileSync(join(folder, format, table, `all.${format}`), content);
    }
});

const money = (amount: Money) => decimalText(roundDecimal(moneyDecimal(amount), 4));
const hours = (amount: Decimal) => decimalText(roundDecimal(amount, 15));
const expected = () => [...pocs].sort((a, b) => (a.key < b.key ? -1 : 1));

const LOADED: Readonly<Record<string, (() => Promise<Database>) | undefined>> = {
  async "DuckDB over Parquet"() {
    const database = await duckdb();
    await database.run(`SET VARIABLE tables = '${folder}/parquet'`);
    await database.run(sql("duckdb.sql"));
    await database.run(sql("views.sql"));
    return database;
  },
  "PostgreSQL by COPY":
    POSTGRESQL === undefined && !DATABASES_REQUIRED
      ? undefined
      : async () => {
          if (POSTGRESQL === undefined) throw new Error("no PostgreSQL is installed: apt-get install postgresql");
          const database = await postgresql(POSTGRESQL);
          await database.run(sql("postgresql.sql"));
          const tables = tableFiles([], "csv").map(({ table }) => table);
          const copies = tables.map(
            (table) => `\\copy ${table} FROM '${folder}/csv/${table}/all.csv' WITH (FORMAT csv, HEADER match)\n`,
          );
          await database.run(copies.join(""));
          await database.run(sql("views.sql"));
          return database;
        },
};

for (const [name, load] of Object.entries(LOADED)) {
  describe.skipIf(load === undefined)(name, () => {
    let database: Database;
    beforeAll(async () => {
      database = await load!();
    });
    afterAll(async () => database?.close());

    test("every PoC is there once, with all of its entries", async () => {
      const rows = await database.rows(
        "SELECT CAST(count(*) AS text) AS pocs, CAST(sum(entries) AS text) AS entries FROM poc",
      );
      const entries = pocs.reduce((sum, { standing }) => sum + standing.log.counted.length, 0);
      expect(entries).toBeGreaterThan(90 * POCS);
      expect(rows).toEqual([{ pocs: String(POCS), entries: String(entries) }]);
    });

    test("portfolio: state, spend and latency of each PoC", async () => {
      const rows = await database.rows(
        "SELECT poc, state, CAST(spend AS text) AS spend, CAST(hours AS text) AS hours, " +
          "CAST(days_overdue AS text) AS overdue, CAST(decision_latency AS text) AS latency FROM portfolio ORDER BY poc",
      );
      expect(rows).toEqual(
        expected().map(({ key, standing: poc }) => {
          const current = poc.phase === "decided" ? poc.decision.current : undefined;
          return {
            poc: key,
            state: pocState(poc),
            spend: money(poc.spend.total),
            hours: hours(poc.effort.hours),
            overdue: overdueDays(poc)?.toString() ?? null,
            latency: current === undefined ? null : days(poc.timebox!.end, current.entry.date),
          };
        }),
      );
    });

    test("burn: the last day of each PoC has its whole spend and hours, to the last digit", async () => {
      const rows = await database.rows(
        "SELECT poc, CAST(max(spent_so_far) AS text) AS spent, CAST(max(hours_so_far) AS text) AS hours " +
          "FROM burn GROUP BY poc ORDER BY poc",
      );
      expect(rows).toEqual(
        expected().map(({ key, standing: { spend, effort } }) => ({
          poc: key,
          spent: money(spend.total),
          hours: hours(effort.hours),
        })),
      );
    });

    test("amounts as they were logged have their exact sum", async () => {
      const rows = await database.rows(
        "SELECT currency, CAST(sum(amount) AS text) AS amount, CAST(sum(exact) AS text) AS exact FROM spend " +
          "GROUP BY currency ORDER BY currency",
      );
      const lines = pocs.flatMap(({ standing }) => standing.log.entries.flatMap(({ spend }) => spend));
      const sum = (values: readonly Decimal[], scale: number) =>
        values.length === 0 ? null : decimalText(roundDecimal(values.reduce(addDecimals, decimal(0)), scale));
      expect(rows).toEqual(
        ["EUR", "USD"].map((currency) => {
          const own = lines.filter(({ amount }) => amount.currency === currency);
          return {
            currency,
            amount: sum(
              own.map(({ amount }) => moneyDecimal(amount)),
              4,
            ),
            exact: sum(
              own.flatMap(({ exact }) => exact ?? []),
              15,
            ),
          };
        }),
      );
    });

    test("verdict history: the verdict of the last day is that of the standing", async () => {
      const rows = await database.rows(
        "SELECT poc, kind, id, verdict FROM (SELECT *, row_number() OVER (PARTITION BY poc, kind, id ORDER BY day DESC) " +
          "AS nth FROM verdict_history) AS turns WHERE nth = 1 ORDER BY poc, kind, id",
      );
      expect(rows).toEqual(
        expected().flatMap(({ key, replayed }) => {
          const last = replayed.days.at(-1);
          return [
            ...(last?.evals ?? []).map((item) => ({ poc: key, kind: "eval", id: item.eval.id, verdict: item.verdict })),
            ...(last?.kill ?? []).map(({ criterion: { id }, verdict }) => ({
              poc: key,
              kind: "kill criterion",
              id,
              verdict,
            })),
          ];
        }),
      );
    });

    test("calibration: over all, by kind and by owner, as the report says it", async () => {
      const rows = await database.rows(
        "SELECT kind, team, CAST(follow_ups AS text) AS follow_ups, CAST(figures AS text) AS figures, " +
          "CAST(round(CAST(median_ratio * 1000000 AS numeric(30, 6)), 0) AS text) AS median, " +
          "CAST(within AS text) AS within, CAST(within_of AS text) AS within_of, CAST(worse AS text) AS worse " +
          "FROM calibration",
      );
      const { all, byKind, byTeam, answered } = calibrationOf(
        pocs.flatMap(({ key, standing }) => {
          const promised = followUpStanding(standing);
          const { team, owner } = standing.definitions.charter ?? {};
          return promised === undefined
            ? []
            : [{ place: key, title: "", team: team ?? owner?.name ?? "", standing: promised }];
        }),
      );
      expect(answered).toBeGreaterThan(10);
      const row = (group: GroupCalibration, kind: string | null, team: string | null) => ({
        kind,
        team,
        follow_ups: String(answered),
        figures: String(group.figures),
        median:
          group.medianRatio === undefined || !Number.isFinite(group.medianRatio)
            ? null
            : String(Math.round(group.medianRatio * 1_000_000)),
        within: String(group.within.count),
        within_of: String(group.within.of),
        worse: String(group.worse),
      });
      const found = rows.map((one) => ({
        ...one,
        median: one["median"] === null ? null : String(Number(one["median"])),
      }));
      const sorted = (all: readonly object[]) => all.map((one) => JSON.stringify(one)).sort();
      expect(sorted(found)).toEqual(
        sorted([
          row(all!, null, null),
          ...byKind.map((group) => row(group, group.kind, null)),
          ...byTeam.map((group) => row(group, null, group.team)),
        ]),
      );
    });

    test("causes of death: every no-go by what was high in it", async () => {
      const rows = await database.rows(
        "SELECT cause, CAST(pocs AS text) AS pocs, CAST(spend AS text) AS spend FROM causes_of_death ORDER BY cause",
      );
      const totals = new Map<string, { count: number; spend: Decimal }>();
      for (const { standing } of pocs) {
        if (!["no-go", "dead"].includes(pocState(standing))) continue;
        const high = standing.risks.filter(({ level }) => level === "high").flatMap(({ risk }) => causeOf(risk) ?? []);
        for (const cause of new Set(high.length === 0 ? ["not recorded"] : high)) {
          const { count, spend } = totals.get(cause) ?? { count: 0, spend: decimal(0) };
          totals.set(cause, { count: count + 1, spend: addDecimals(spend, moneyDecimal(standing.spend.total)) });
        }
      }
      expect(rows).toEqual(
        [...totals]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([cause, { count, spend }]) => ({
            cause,
            pocs: String(count),
            spend: decimalText(roundDecimal(spend, 4)),
          })),
      );
    });
  });
}

function days(from: string, to: string): string {
  return String((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
