import { DEFINITIONS } from "./definitions.ts";
import type { Disk } from "./memory-files.ts";
import { run, world } from "./run.ts";
import { wordsOf } from "./session.ts";

/** Where the portfolio lies, and the day it is looked at. */
export const PORTFOLIO = "/work";
export const TODAY = "2026-12-04T12:00:00+01:00";

interface Told {
  /** `2026-11-23 poc start`: what is typed, and on which day. */
  readonly says: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly title?: string;
  readonly owner?: string;
  readonly team?: string;
  readonly start?: string;
  readonly cap?: string;
}

const GOOD = "wrong-rate=30/400";
const BAD = "wrong-rate=90/400";
const WEEKS_AGO = "2026-11-09";

/** A PoC in every state that a portfolio tells apart, and those that people break. By the names of their folders. */
export const LIVES: Readonly<Record<string, Told>> = {
  "search/draft": { title: "Answers from the intranet", start: "2026-12-07", says: [] },
  "search/running": {
    title: "Retrieval for the policy assistant",
    start: "2026-11-30",
    says: [
      "2026-11-30 poc start",
      `2026-12-01 poc log "Baseline and first run" --spend 112.40:tokens --hours 6 --eval ${GOOD}`,
      `2026-12-03 poc log "Cleaner chunks" --spend 210:tokens --hours 5`,
    ],
  },
  "search/same-title": {
    title: "Retrieval for the policy assistant",
    owner: "Tom Okafor <tom@example.com>",
    start: "2026-11-30",
    says: ["2026-11-30 poc start"],
  },
  "claims/dollars": {
    title: "Claims from photos",
    team: "Schäden Digital",
    owner: "Tom Okafor <tom@example.com>",
    start: "2026-11-30",
    cap: "3000 USD",
    files: { "costs.yaml": "currency: USD\n" },
    says: ["2026-11-30 poc start", '2026-12-02 poc log "Bill of the vendor" --spend "2750 USD:licences"'],
  },
  "claims/extended": {
    title: "Fraud signals in invoices",
    team: "Schäden Digital",
    owner: "Tom Okafor <tom@example.com>",
    start: "2026-11-23",
    says: [
      "2026-11-23 poc start",
      '2026-12-01 poc log "Data came late" --spend 140:data',
      "2026-12-03 poc decide extend --days 5 --why 'The data came a week late' --by 'Marta Weiss'",
    ],
  },
  "claims/tripped": {
    title: "Voice bot for claims",
    start: "2026-11-26",
    says: ["2026-11-26 poc start", `2026-12-02 poc log "No better" --spend 890:tokens --eval ${BAD}`],
  },
  "ops/zombie": {
    title: "Log triage with a small model",
    owner: "Li Wei <li@example.com>",
    start: WEEKS_AGO,
    says: [`${WEEKS_AGO} poc start`, `2026-11-19 poc log "Second run" --spend 420:infrastructure --hours 7`],
  },
  "ops/dead": {
    title: "Runbooks that write themselves",
    owner: "Li Wei <li@example.com>",
    start: "2026-09-07",
    files: { "risks.yaml": "- { id: no-owner, cause: no-owner, level: high }\n" },
    says: ["2026-09-07 poc start", '2026-09-10 poc log "Prototype" --spend 760:tokens --hours 8'],
  },
  "ops/go": {
    title: "Summaries of incidents",
    owner: "Li Wei <li@example.com>",
    start: WEEKS_AGO,
    says: [
      `${WEEKS_AGO} poc start`,
      `2026-11-18 poc log "Fresh run" --spend 640:tokens --hours 6 --eval ${GOOD}`,
      "2026-11-20 poc memo",
      "2026-11-20 poc decide go --why 'Halves the wrong answers' --override 'The rest is agreed' --by 'Marta Weiss'",
    ],
  },
  "legal/conditional": {
    title: "契約書レビューの下書き",
    owner: "佐藤 花 <sato@example.com>",
    start: WEEKS_AGO,
    says: [
      `${WEEKS_AGO} poc start`,
      `2026-11-18 poc log "Run of the lawyers" --spend 980:licences --eval ${GOOD}`,
      "2026-11-24 poc memo",
      "2026-11-24 poc decide conditional --why 'Good, but for German law only' --by 'Marta Weiss' " +
        "--condition 'A lawyer signs each draft @Ana Ruiz by 2026-12-18' --override 'Agreed'",
    ],
  },
  "legal/no-go": {
    title: "Translation of contracts",
    start: WEEKS_AGO,
    files: { "risks.yaml": "- { id: cost-surprise, cause: cost-surprise, level: high }\n" },
    says: [
      `${WEEKS_AGO} poc start`,
      `2026-11-17 poc log "Judged by two lawyers" --spend 1310:tokens --eval ${BAD}`,
      "2026-11-19 poc memo",
      "2026-11-19 poc decide no-go --why 'No better than the agency, and dearer' --by 'Marta Weiss'",
    ],
  },
  "legal/no-memo": {
    title: "Chat over case law",
    start: WEEKS_AGO,
    says: [
      `${WEEKS_AGO} poc start`,
      `2026-11-18 poc log "Vendor demo" --spend 1750:licences --eval ${BAD}`,
      "2026-12-01 poc decide no-go --why 'The vendor refused the audit' --by 'Marta Weiss'",
    ],
  },
  "broken/not-yaml": { says: [], files: { "poc.yaml": "title: [\n" } },
  "broken/newer": { title: "From a newer release", says: [], files: { version: "2" } },
  "broken/begun": { says: [], files: { "poc.yaml": "" } },
  "broken/hostile": {
    title: '</td><script>document.title="broken out"</script>{{title}} =cmd|x',
    start: "2026-11-30",
    says: ["2026-11-30 poc start"],
  },
};

/** Kill criteria are judged within the timebox. */
function dated(text: string, start = "2026-11-23"): string {
  const first = new Date(start).getTime();
  return text.replace(/day (\d+)/g, (_, day) =>
    new Date(first + (Number(day) + 1) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** The disk that these lives leave behind, and `portfolio.yaml` with what it says. */
export async function portfolioDisk(file?: string, lives = LIVES): Promise<Disk> {
  const disk: Disk = new Map();
  for (const [name, told] of Object.entries(lives)) await live(disk, `${PORTFOLIO}/${name}`, told);
  if (file !== undefined) disk.set(`${PORTFOLIO}/portfolio.yaml`, file);
  return disk;
}

async function live(disk: Disk, folder: string, { says, files = {}, ...charter }: Told): Promise<void> {
  const { version, ...own } = files;
  const kill = DEFINITIONS["kill-criteria.yaml"]!.replace("2026-12-02", "day 8").replace("2026-11-27", "day 5");
  const texts = { ...DEFINITIONS, "kill-criteria.yaml": dated(kill, charter.start), ...own };
  for (const [name, text] of Object.entries(texts)) disk.set(`${folder}/${name}`, text);
  if (own["poc.yaml"] === "") disk.delete(`${folder}/poc.yaml`);
  else if (own["poc.yaml"] === undefined) disk.set(`${folder}/poc.yaml`, charterOf(charter, version));
  for (const line of says) {
    const [day, ...words] = wordsOf(line);
    const outcome = await run(words.slice(1), world({ disk, cwd: folder, now: `${day}T16:00:00+01:00` }));
    if (![0, line.endsWith("start") ? 0 : 1, 4].includes(outcome.exitCode))
      throw new Error(`${folder}: ${line}\n${outcome.stderr}`);
  }
}

function charterOf({ title, owner, team, start, cap }: Omit<Told, "says" | "files">, version = "1"): string {
  const texts = {
    version,
    title: JSON.stringify(title ?? "A PoC"),
    owner: `${owner ?? "Ana Ruiz <ana@example.com>"}${team === undefined ? "" : `\nteam: ${team}`}`,
    "  start": start ?? "2026-11-23",
    spend_cap: cap ?? "2000 EUR",
  };
  return Object.entries(texts).reduce(
    (text, [key, value]) => text.replace(new RegExp(`^${key}: .*$`, "m"), () => `${key}: ${value}`),
    DEFINITIONS["poc.yaml"]!,
  );
}
