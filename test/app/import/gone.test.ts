import { expect, test } from "vitest";
import { diskWithPoc } from "../../support/definitions.ts";
import { POC, run, world } from "../../support/run.ts";

/** What a source no longer has is taken back at the next import, if the source covers it. */

const LATER = "2026-12-01T10:00:00+01:00";

interface Draft {
  readonly fate: string;
  readonly key: string;
  readonly entry: string;
  readonly replaces: string | null;
}

/**
 * Imports files one after the other, each under its name, and returns the fate of the last entries and the sums after
 * them.
 */
async function importing(...files: readonly (readonly [name: string, text: string, ...flags: string[]])[]) {
  const disk = diskWithPoc({ "costs.yaml": "exchange: { USD: { rate: 1 } }\n" });
  const here = { ...world({ disk, now: "2026-11-23T00:10:00+01:00" }) };
  await run(["start"], here);
  const later = { ...here, now: LATER };
  let drafts: readonly Draft[] = [];
  let stdout = "";
  for (const [name, text, ...flags] of files) {
    disk.set(`${POC}/${name}`, text);
    const told = await run(["import", name, "--json", ...flags], later);
    expect(told.exitCode, told.stderr).toBe(0);
    ({ drafts } = (JSON.parse(told.stdout) as { data: { drafts: readonly Draft[] } }).data);
    ({ stdout } = await run(["import", name, "--dry-run", ...flags], later));
  }
  const status = JSON.parse((await run(["status", "--json"], later)).stdout) as {
    data: { effort: { hours: string }; spend: { exact_total: string } };
  };
  return {
    fates: drafts.map(({ fate }) => fate),
    drafts,
    again: stdout,
    hours: Number(status.data.effort.hours),
    spend: status.data.spend.exact_total,
    later,
  };
}

const event = (uid: string, day: number, more = "", lines = "DURATION:PT1H") =>
  `BEGIN:VEVENT\nUID:${uid}\nDTSTART:202611${day}T080000Z\n${lines}\nSUMMARY:${uid}\n${more}END:VEVENT\n`;
const calendar = (name: string, ...events: readonly string[]) =>
  `BEGIN:VCALENDAR\nVERSION:2.0\nX-WR-CALNAME:${name}\n${events.join("")}END:VCALENDAR\n`;
const SERIES = (more = "", rule = "RRULE:FREQ=DAILY;COUNT=4") => event("daily", 23, more, `DURATION:PT1H\n${rule}`);
const BEFORE = calendar("Team", event("a", 24), event("b", 25), event("c", 26));

test.each([
  ["cancelled", calendar("Team", event("a", 24), event("b", 25, "STATUS:CANCELLED\n"), event("c", 26)), 2],
  ["deleted", calendar("Team", event("a", 24), event("c", 26)), 2],
  ["moved", calendar("Team", event("a", 24), event("b", 27), event("c", 26)), 3],
  ["made a holiday", calendar("Team", event("a", 24), event("b", 25, "", "DURATION:P1D"), event("c", 26)), 2],
  // It may have been the last that the file was exported with.
  ["after the last event of the file", calendar("Team", event("a", 24), event("b", 25)), 3],
  ["of another calendar with the same file name", calendar("Own", event("a", 24), event("c", 26)), 3],
  // Others were there.
  ["free for the owner", calendar("Team", event("a", 24), event("b", 25, "TRANSP:TRANSPARENT\n"), event("c", 26)), 3],
])("a meeting that is %s", async (_, after, hours) => {
  const now = await importing(["team.ics", BEFORE], ["team.ics", after]);
  expect(now.hours).toBe(hours);
  expect(now.fates.filter((fate) => fate === "gone")).toHaveLength(3 - hours);
  expect(now.again).toContain("Nothing new");
});

test.each([
  ["taken out of its series", SERIES("EXDATE:20261124T080000Z\n"), 3],
  ["cancelled in it", SERIES() + event("daily", 24, "RECURRENCE-ID:20261124T080000Z\nSTATUS:CANCELLED\n"), 3],
  ["of a series that ends earlier", SERIES("", "RRULE:FREQ=DAILY;COUNT=2"), 2],
  ["of a series that is cancelled", SERIES("STATUS:CANCELLED\n"), 0],
  ["of a series that takes place at another time", SERIES().replace("T080000Z", "T120000Z"), 4],
  ["of a series of which only one time is in the file", event("daily", 24, "RECURRENCE-ID:20261124T080000Z\n"), 4],
])("a meeting that is %s", async (_, after, hours) => {
  // A calendar covers the events that it knows, whatever the name of its file.
  const now = await importing(["team.ics", calendar("Team", SERIES())], ["invite.ics", calendar("", after)]);
  expect(now.hours).toBe(hours);
});

test("it comes back when it is there again, and a person who undoes the correction keeps the entry", async () => {
  const without = calendar("Team", event("a", 24), event("c", 26));
  expect((await importing(["t.ics", BEFORE], ["t.ics", without], ["t.ics", BEFORE])).hours).toBe(3);
  expect((await importing(["t.ics", BEFORE], ["t.ics", without], ["t.ics", BEFORE], ["t.ics", without])).hours).toBe(2);
  const { drafts, later } = await importing(["t.ics", BEFORE], ["t.ics", without]);
  const gone = drafts.find(({ fate }) => fate === "gone")!;
  expect((await run(["undo", gone.entry, "--reason", "it took place"], later)).exitCode).toBe(0);
  const again = JSON.parse((await run(["import", "t.ics", "--json"], later)).stdout) as {
    data: { drafts: readonly Draft[]; entries: readonly unknown[] };
  };
  expect(again.data.drafts.map(({ fate }) => fate)).toEqual(["same", "same", "withdrawn"]);
  expect(again.data.entries).toEqual([]);
});

test("the summary names what is gone, and how to keep it; a dry run stores nothing", async () => {
  const { later } = await importing(["team.ics", BEFORE]);
  later.disk.set(`${POC}/team.ics`, calendar("Team", event("a", 24), event("c", 26)));
  const before = new Map(later.disk);
  const { stdout } = await run(["import", "team.ics", "--dry-run"], later);
  expect(stdout).toMatch(/gone {3}Wed 25 Nov {2}1 h × 1 person: b\n/);
  expect(stdout).toMatch(/\w{7}\s+is\s+no\s+longer\s+in\s+the\s+file[^]*poc\s+undo\s+\w{7}/);
  expect(new Map(later.disk)).toEqual(before);
});

test("what another file of the same import still has is not gone, and days before --since are left alone", async () => {
  const without = calendar("Team", event("a", 24), event("c", 26));
  const { later } = await importing(["team.ics", BEFORE]);
  later.disk.set(`${POC}/team.ics`, without).set(`${POC}/other.ics`, calendar("Own", event("b", 25)));
  const fates = async (...argv: string[]) =>
    (
      JSON.parse((await run(["import", ...argv, "--json", "--dry-run"], later)).stdout) as { data: { drafts: Draft[] } }
    ).data.drafts.map(({ fate }) => fate);
  expect(await fates("team.ics", "other.ics")).toEqual(["same", "same", "same"]);
  expect(await fates("team.ics", "--since", "2026-11-26")).toEqual(["same"]);
  expect(await fates("team.ics")).toEqual(["same", "same", "gone"]);
});

const seconds = (day: number) => Date.UTC(2026, 10, day) / 1000;
const bill = (...days: readonly (readonly [day: number, amount?: number])[]) =>
  JSON.stringify({
    data: days.map(([day, value]) => ({
      object: "bucket",
      start_time: seconds(day),
      results:
        value === undefined
          ? []
          : [
              {
                object: "organization.costs.result",
                amount: { value, currency: "usd" },
                line_item: "gpt-4.1, input",
              },
            ],
    })),
    has_more: false,
  });
const BILL = bill([23, 1], [24, 2], [25, 4]);

test.each([
  ["is not there", bill([23, 1], [25, 4]), "5"],
  ["is there without an amount", bill([23, 1], [24], [25, 4]), "5"],
  ["costs nothing", bill([23, 1], [24, 0], [25, 4]), "5"],
  ["is the last, and its bucket is empty", bill([23, 1], [24, 2], [25]), "3"],
  ["lies before the first of the file", bill([24, 2], [25, 4]), "7"],
  ["lies after the last of the file", bill([23, 1], [24, 2]), "7"],
])("a day of a bill that %s", async (_, restated, spend) => {
  const now = await importing(["november.json", BILL], ["restated.json", restated]);
  expect(now.spend).toBe(spend);
  expect(now.again).toContain("Nothing new");
});

const focus = (...rows: readonly (readonly [day: number, account: string, amount: number])[]) =>
  [
    "BilledCost,BillingAccountId,BillingCurrency,ChargeCategory,ChargePeriodEnd,ChargePeriodStart,ServiceCategory",
    ...rows.map(([day, account, amount]) => `${amount},${account},USD,Usage,2026-11-${day + 1},2026-11-${day},Compute`),
  ].join("\n");

test("an account of a bill says nothing of another account, nor of what was filtered otherwise", async () => {
  const both = focus([23, "a", 1], [24, "a", 2], [25, "a", 4], [23, "b", 10], [24, "b", 20], [25, "b", 40]);
  const restated = focus([23, "a", 1], [25, "a", 4], [25, "b", 40]);
  expect((await importing(["f.csv", both], ["f2.csv", restated])).spend).toBe("75");
  expect((await importing(["f.csv", both], ["f2.csv", focus([23, "c", 100], [25, "c", 100])])).spend).toBe("277");
});

test("what a machine counted stays when its sessions are deleted", async () => {
  const usage = (...days: readonly number[]) =>
    JSON.stringify({
      daily: days.map((day) => ({ date: `2026-11-${day}`, totalCost: 1, modelsUsed: ["claude-opus-5"] })),
      totals: { totalCost: days.length },
    });
  expect((await importing(["u.json", usage(23, 24, 25)], ["u.json", usage(23, 25)])).spend).toBe("3");
});

test("hours that were moved to another day in the tracker count once; those of another report stay", async () => {
  const timew = (...days: readonly number[]) =>
    JSON.stringify(
      days.map((day, k) => ({
        id: k + 1,
        start: `202611${day}T080000Z`,
        end: `202611${day}T100000Z`,
        tags: [`t${k}`],
      })),
    );
  const moved = await importing(["t.json", timew(23, 24, 26)], ["t.json", timew(23, 25, 26)]);
  expect([moved.hours, moved.fates.toSorted()]).toEqual([6, ["gone", "new", "same", "same"]]);
  const other = await importing(["poc.json", timew(23, 24, 26)], ["mail.json", timew(23, 26)]);
  expect(other.hours).toBe(6);
});
