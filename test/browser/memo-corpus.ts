import { committedFiles, onDisk } from "../examples/committed.ts";
import { diskWithPoc } from "../support/definitions.ts";
import type { Disk } from "../support/memory-files.ts";
import { POC, run, world, type World } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** A PoC as a sponsor may get it, and what its first page must say. */
export interface CorpusMemo {
  readonly name: string;
  readonly html: string;
  /** How the decision box begins. */
  readonly label: string;
  /** How the answer begins. */
  readonly answer: string;
}

const DAY_1: Step = { type: "poc start", now: "2026-11-23T09:00:00+01:00" };
const on = (day: string, ...types: readonly string[]): readonly Step[] =>
  types.map((type) => ({ type, now: `${day}T10:00:00+01:00` }));

/** Everything that a go needs, on the definitions of `diskWithPoc`. */
const PROVEN = on(
  "2026-12-03",
  'poc log "Full run" --eval wrong-rate=30/400 --eval latency=591/600 --spend 400:tokens --hours 12',
  "poc log --answer no-residency=no --assume security-agrees=holds",
  "poc log --attest exit.committed=https://wiki.example.com/12 --by 'Marta Weiss <marta@example.com>'",
);

interface Written {
  readonly name: string;
  readonly label: string;
  readonly answer: string;
  readonly disk?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
  readonly now: string;
}

const LONG_QUESTION =
  "Does retrieval over the rule book, the incident reports of the last nine years and the notes of the shift " +
  "leaders make the answers of the assistant on questions about safety at height, in confined spaces and " +
  "near live parts good enough that technicians at all nine depots may be shown them on site without a " +
  "second look?";

const LONG_WORDS =
  "They pay for the next two weeks themselves, and their own shift leaders look at every answer before a technician " +
  "sees it. The depot in the south takes part from the first day. What it costs is booked on their side until the end " +
  "of the year, and neither the sponsor nor the platform has to be asked again before that";

const LONG_CRITERIA = ["withdrawn", "unsafe", "slow"]
  .map(
    (id) => `- id: ${id}
  statement: >-
    An answer of the ${id} kind names a rule that was withdrawn years before the technician asks about it, and neither
    the index nor the reranker nor the person who looks at a sample of answers notices
  ask: Has it happened?
  by: 2026-12-02
`,
  )
  .join("");

const TONGUES = {
  "poc.yaml": `version: 1
title: "مساعد السلامة · 安全アシスタント · Prüfauskunft für Übertragungsnetzbetriebsleiter"
question: "هل تقلل الاسترجاع من الإجابات الخاطئة؟ Senkt die Suche die Zahl falscher Antworten? 検索で誤答は減るか。"
unknowns:
  - { question: "هل تنخفض نسبة الأخطاء؟", answered_by: wrong-rate }
kind: feasibility
motivation: business-problem
owner: 山田 太郎 <taro@example.com>
sponsor: د. ليلى حسن <layla@example.com>
lang: de
timebox: { start: 2026-11-23, working_days: 10, timezone: Europe/Berlin }
spend_cap: 2000 EUR
mvp: { budget: 120000 EUR, production_stack: [python 3.12] }
poc_stack: [python 3.12]
next:
  ask: "20.000 EUR und zwanzig Technikerinnen im Depot Süd, 7. bis 18. Dezember"
  ends: "下旬までに誤答が二割を超えた場合は中止する"
`,
  "evals.yaml": `- id: wrong-rate
  metric: "الإجابات الخاطئة في أسئلة السلامة"
  better: lower
  primary: true
  baseline: 82/400
  target: difference >= 5pp
  min_n: 400
- id: latency
  metric: 回答が完了するまでの時間
  measure: percentile
  percentile: 95
  better: lower
  target: value <= 2 s
`,
};

/** Six evals, twelve risks, and a log of three hundred entries. */
const LARGE = {
  "evals.yaml": ["wrong-rate", "latency", "refusals", "grounding", "toxicity", "coverage"]
    .map(
      (id, k) => `- id: ${id}
  metric: Share of answers that are wrong in the way that auditors call ${id.replace("wrong-rate", "accuracy")} failures
  better: lower
  primary: ${k < 2}
  baseline: ${80 + k}/400
  target: reduction >= 20%
  min_n: 300
`,
    )
    .join(""),
  "kill-criteria.yaml": `- { id: too-bad, statement: One answer in two is wrong, when: wrong-rate > 50%, by: 2026-12-02 }
- { id: no-residency, statement: The vendor cannot keep data in the EU, ask: Has it refused?, by: 2026-11-27 }
`,
  "assumptions.yaml": "- { id: clean, statement: The corpus has one version of each rule, tested_by: wrong-rate }\n",
  "risks.yaml": Array.from(
    { length: 12 },
    (_, k) => `- id: risk-${k}
  question: What happens on the ${k}th day when the provider changes the model and nobody at the depot has been told?
  level: ${k % 3 === 0 ? "high" : "medium"}
  owner: Ana Ruiz
  mitigation: A person looks at a sample of the answers every morning and stops the roll-out where they differ
`,
  ).join(""),
};

function largeSteps(): readonly Step[] {
  const steps: Step[] = [];
  for (let k = 0; k < 300; k++) {
    const day = 23 + (k % 5);
    const result = k % 25 === 0 ? ` --eval wrong-rate=${40 + (k % 7)}/300 --arm arm-${k % 4}` : "";
    steps.push({
      type: `poc log "Entry ${k} of a busy team" --spend ${1 + (k % 5)}:tokens --hours 0.5${result}`,
      now: `2026-11-${day}T${String(10 + Math.floor(k / 50)).padStart(2, "0")}:${String(k % 50).padStart(2, "0")}:00+01:00`,
    });
  }
  return [DAY_1, ...steps.sort((a, b) => (a.now! < b.now! ? -1 : 1))];
}

const WRITTEN: readonly Written[] = [
  {
    name: "a go as recommended",
    label: "Go",
    answer: "Yes",
    now: "2026-12-04T12:00:00+01:00",
    steps: [
      DAY_1,
      ...PROVEN,
      ...on(
        "2026-12-04",
        `poc decide go --why "Halves wrong answers" --by Marta --ask "20,000 EUR" --ends "Fewer than 80 of 100 right" --learned "Old rules win" --alternatives "Do nothing"`,
      ),
    ],
  },
  {
    name: "a conditional go against the recommendation",
    label: "Conditional go",
    answer: "No",
    now: "2026-12-04T12:00:00+01:00",
    steps: [
      DAY_1,
      ...on("2026-12-03", "poc log --eval wrong-rate=80/400"),
      ...on(
        "2026-12-04",
        `poc decide conditional --why "The pilot customer insists" --override "They pay for the next two weeks themselves" --condition "contract signed @Ana Ruiz by 2026-12-18" --by Marta`,
      ),
    ],
  },
  {
    name: "a no-go with a tripped criterion and a breached cap",
    label: "No-go",
    answer: "No",
    now: "2026-12-04T12:00:00+01:00",
    steps: [
      DAY_1,
      ...on("2026-11-25", "poc log --spend 2400:tokens:'a runaway job' --hours 12"),
      ...on("2026-11-26", "poc log --eval wrong-rate=120/400"),
      ...on(
        "2026-11-27",
        `poc decide no-go --why "It is worse than search" --learned "Half of the errors are old rules" --by Marta`,
      ),
    ],
  },
  {
    name: "terms that were moved",
    label: "Keep going",
    answer: "Not shown",
    now: "2026-11-30T12:00:00+01:00",
    steps: [
      DAY_1,
      ...on("2026-11-25", "poc log --eval wrong-rate=60/400"),
      ...on(
        "2026-11-26",
        `poc amend --set "evals.wrong-rate.target=reduction >= 10%" --set "kill-criteria.no-better-than-search.when=wrong-rate > 30%" --reason "Ten percent pays as well" --approver Marta`,
      ),
      ...on("2026-11-27", "poc log --eval wrong-rate=58/400 --eval latency=591/600"),
    ],
  },
  {
    name: "an empty draft",
    label: "Not started",
    answer: "Not shown",
    now: "2026-11-23T12:00:00+01:00",
    disk: {},
    steps: [{ type: "poc init . --yes", now: "2026-11-23T09:00:00+01:00" }],
  },
  {
    name: "a draft that is ready",
    label: "Not started",
    answer: "Not shown",
    now: "2026-11-23T12:00:00+01:00",
    steps: [],
  },
  {
    name: "a PoC on its way",
    label: "Keep going",
    answer: "Not shown",
    now: "2026-11-26T12:00:00+01:00",
    steps: [DAY_1, ...on("2026-11-25", 'poc log "First look" --eval wrong-rate=12/100 --spend 30:tokens --hours 4')],
  },
  {
    name: "records that cannot be judged",
    label: "Cannot judge",
    answer: "Yes",
    now: "2026-11-26T12:00:00+01:00",
    steps: [DAY_1, ...on("2026-11-25", "poc log --spend 30CHF:tokens", "poc log --eval wrong-rate=30/400")],
  },
  {
    name: "a timebox that is over, undecided",
    label: "No-go",
    answer: "Not shown",
    now: "2026-12-10T12:00:00+01:00",
    steps: [DAY_1, ...on("2026-12-03", "poc log --eval wrong-rate=50/400 --spend 100:tokens")],
  },
  {
    name: "six evals, twelve risks and three hundred entries",
    label: "",
    answer: "",
    now: "2026-11-30T12:00:00+01:00",
    disk: LARGE,
    steps: largeSteps(),
  },
  {
    name: "German, Arabic and Japanese",
    label: "Keep going",
    answer: "Yes",
    now: "2026-12-03T12:00:00+01:00",
    disk: TONGUES,
    steps: [
      DAY_1,
      ...on(
        "2026-12-03",
        "poc log '試験の全問を実行した' --eval wrong-rate=30/400 --eval latency=591/600",
        "poc log 'المورد أكد كتابيا' --answer no-residency=no --risk 'customer-chaos=high: الفنيون يكتبون ثلاث كلمات'",
      ),
    ],
  },
  {
    name: "a question of 320 letters",
    label: "Keep going",
    answer: "Not shown",
    now: "2026-11-26T12:00:00+01:00",
    disk: { question: LONG_QUESTION },
    steps: [DAY_1],
  },
  {
    name: "criteria of 200 letters, decided against a no-go",
    label: "Go",
    answer: "No",
    now: "2026-12-04T12:00:00+01:00",
    disk: { "kill-criteria.yaml": LONG_CRITERIA, question: `${LONG_QUESTION} ${LONG_QUESTION}` },
    steps: [
      DAY_1,
      ...on("2026-12-03", "poc log --eval wrong-rate=80/400"),
      ...on(
        "2026-12-04",
        `poc decide go --why "The pilot customer insists" --override "${LONG_WORDS}" --ask "${LONG_WORDS}" --learned "${LONG_WORDS}" --by Marta`,
      ),
    ],
  },
];

export async function memoCorpus(): Promise<readonly CorpusMemo[]> {
  const example = onDisk(committedFiles("retrieval-poc"), POC);
  const memos: CorpusMemo[] = [
    {
      name: "the example",
      html: await page(example, { now: "2026-11-20T10:20:00+01:00" }),
      label: "Go",
      answer: "Yes",
    },
  ];
  for (const { name, label, answer, disk: changes, steps, now } of WRITTEN) {
    const disk = diskOf(changes);
    const told = await transcript(steps, { disk });
    if (/^\(exit 2\)$/m.test(told) || / start[^$]*\(exit [1-3]\)/.test(told.slice(0, 4_000)))
      throw new Error(`${name}: ${told.slice(0, 2_000)}`);
    memos.push({ name, label, answer, html: await page(disk, { now }) });
  }
  return memos;
}

function diskOf(changes: Written["disk"]): Disk {
  if (changes === undefined) return diskWithPoc();
  if (Object.keys(changes).length === 0) return new Map();
  const { question, ...files } = changes;
  const disk = diskWithPoc(files);
  const charter = disk.get(`${POC}/poc.yaml`) ?? "";
  if (question !== undefined)
    disk.set(`${POC}/poc.yaml`, charter.replace(/^question: .*$/m, `question: "${question}"`));
  return disk;
}

async function page(disk: Disk, changes: Partial<World>): Promise<string> {
  const { stdout, stderr } = await run(["memo", "--format", "html", "-o", "-"], world({ disk, ...changes }));
  if (!stdout.startsWith("<!doctype")) throw new Error(stderr);
  return stdout;
}
