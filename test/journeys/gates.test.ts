import { expect, test } from "vitest";
import { FORBIDDEN } from "../output/hostile-texts.ts";
import { diskWithPoc } from "../support/definitions.ts";
import { POC, run, world } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** The way through the gates, as people see it. `npx vitest run test/journeys/gates.test.ts --update` writes it anew. */

const golden = (name: string) => `./sessions/${name}.txt`;

const DAY_1: Step = { type: "poc start", now: "2026-11-23T09:00:00+01:00" };
const ONE_PAGER: Step = {
  type: "poc log --attest value-hypothesis.one-pager=https://wiki.example.com/7",
  now: "2026-11-20T10:00:00+01:00",
};

/** A PoC that has shown what it had to, short of the memo and the decision. */
const PROVEN: readonly Step[] = [
  ONE_PAGER,
  { type: 'poc gate pass --approver "Marta Weiss"' },
  DAY_1,
  {
    type: 'poc log "Reranker on" --eval wrong-rate=8/100 --spend 140 --hours 4 --answer no-residency=no',
    now: "2026-11-25T16:20:00+01:00",
  },
  {
    type: "poc log --eval wrong-rate=28/400 --eval latency=591/600 --spend 14:tokens --attest exit.committed=https://mail.example.com/123 --by Marta --assume security-agrees=holds",
    now: "2026-12-03T15:00:00+01:00",
  },
];

test("from the idea to the proof of value", async () => {
  const disk = diskWithPoc();
  const before: Step[] = [
    { type: "poc gate", now: "2026-11-20T09:00:00+01:00" },
    { type: "poc gate pass" },
    { type: 'poc gate pass --approver "Marta Weiss"' },
    { type: 'poc gate pass feasibility --approver "Marta Weiss"' },
    ONE_PAGER,
    { type: 'poc log "How it is done today" --attest value-hypothesis.today=https://wiki.example.com/8' },
    { type: "poc gate" },
    { type: 'poc gate pass --approver "Marta Weiss"' },
    { type: 'poc gate pass 0 --approver "Marta Weiss"' },
  ];
  await expect(await transcript(before, { disk })).toMatchFileSnapshot(golden("gates-hypothesis"));
  await transcript(PROVEN.slice(2), { disk });
  const after: Step[] = [
    { type: "poc gate", now: "2026-12-04T09:00:00+01:00" },
    { type: 'poc gate pass --approver "Marta Weiss"' },
    { type: "poc memo" },
    {
      type: 'poc decide go --why "Halves wrong answers" --by "Marta Weiss <marta@example.com>"',
      now: "2026-12-04T10:00:00+01:00",
    },
    { type: 'poc gate pass --approver "Marta Weiss"' },
    { type: "poc memo", now: "2026-12-04T10:05:00+01:00" },
    { type: 'poc gate pass --approver "Marta Weiss"' },
    { type: "poc gate" },
    { type: "poc gate feasibility-poc" },
    { type: "poc status" },
    { type: "poc show --since today" },
  ];
  const passage = () => [...disk.keys()].find((path) => path.includes("gate-feasibility"))!;
  const text = await transcript(after, { disk });
  const id = /-([a-z0-9]{7})\.yaml$/.exec(passage())![1]!;
  const rest = await transcript(
    [
      { type: `poc undo ${id}`, now: "2026-12-04T10:06:00+01:00" },
      { type: `poc show ${id}` },
      { type: "poc gate --as-of 2026-12-03" },
    ],
    { disk },
    [passage().slice(POC.length + 1)],
  );
  await expect(`${text}\n${rest}`).toMatchFileSnapshot(golden("gates"));
});

const word = (item: string) => `--attest ${item}=https://wiki.example.com/${item.length}`;

test("11 conditions to begin, lists, and words of an earlier gate", async () => {
  const disk = diskWithPoc();
  const past: Step[] = [
    ...PROVEN,
    { type: "poc memo", now: "2026-12-04T09:00:00+01:00" },
    { type: 'poc decide go --why "Halves wrong answers" --by Marta' },
    { type: "poc memo" },
    { type: "poc gate pass --approver Marta" },
  ];
  await transcript(past, { disk });
  const steps: Step[] = [
    { type: "poc gate pass --approver Marta", now: "2026-12-07T09:00:00+01:00" },
    { type: "poc log --eval wrong-rate=28/400 --eval latency=591/600", now: "2026-12-10T09:00:00+01:00" },
    { type: `poc log ${word("proof-of-value.budget")} ${word("proof-of-value.adoption-plan")} --by Marta` },
    { type: "poc memo proof-of-value" },
    { type: 'poc log "One thing more" --hours 1' },
    { type: "poc gate pass --approver Marta" },
    { type: "poc memo proof-of-value" },
    { type: 'poc gate pass --approver Marta --waive sandbox --reason "It was torn down" --until 2026-12-31' },
    { type: "poc gate" },
    { type: `poc log ${["ci-cd", "observability", "guardrails"].map((id) => word(`mvp.${id}`)).join(" ")}` },
    { type: "poc gate pass --approver Marta" },
    { type: 'poc gate waive mvp-list --reason "Alerts are on order" --until 2026-12-18 --approver Marta' },
    { type: "poc check", now: "2026-12-19T09:00:00+01:00" },
    { type: `poc log ${word("mvp.cost-alerts")} ${word("mvp-slice.mvp-list")}` },
    { type: `poc log ${word("mvp.cost-alerts")}` },
    { type: "poc check" },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("gates-later"));
});

test("11 gate 0 passed after the start", async () => {
  const steps: Step[] = [
    DAY_1,
    ONE_PAGER,
    { type: "poc gate pass --approver Marta", now: "2026-11-24T09:00:00+01:00" },
    { type: "poc gate 0" },
    { type: "poc check" },
  ];
  await expect(await transcript(steps, { disk: diskWithPoc() })).toMatchFileSnapshot(golden("gates-late"));
});

test("waivers: granted, expired, renewed", async () => {
  const disk = diskWithPoc();
  const steps: Step[] = [
    { type: "poc gate waive one-pager", now: "2026-11-20T09:00:00+01:00" },
    { type: 'poc gate waive one-pagr --reason "It is late" --approver "Marta Weiss" --until 2026-12-01' },
    { type: 'poc gate waive mvp-slice.live --reason "It is late" --approver "Marta Weiss" --until 2026-12-01' },
    { type: 'poc gate waive business-case --reason "It is late" --approver "Marta Weiss" --until 2026-12-01' },
    { type: 'poc gate waive one-pager --reason "It is late" --approver "Marta Weiss" --until 2026-11-19' },
    { type: 'poc gate pass --approver "Marta Weiss" --waive one-pager --reason "Legal holds it"' },
    { type: 'poc gate pass --approver "Marta Weiss" --reason "Legal holds it" --until soon' },
    {
      type: 'poc gate pass --approver "Marta Weiss" --waive one-pager --reason "key AKIAABCDEFGHIJKLMNOP" --until 2026-11-30',
    },
    { type: 'poc gate pass --approver "Marta Weiss" --waive one-pager --reason "Legal holds it" --until 2026-11-30' },
    DAY_1,
    { type: "poc status", now: "2026-11-24T09:00:00+01:00" },
    { type: "poc check", now: "2026-12-01T09:00:00+01:00" },
    { type: "poc gate" },
    { type: 'poc gate pass --approver "Marta Weiss" --waive decision --reason "It is late" --until 2026-12-31' },
    { type: 'poc gate pass --approver "Marta Weiss"' },
    {
      type: 'poc gate waive value-hypothesis.one-pager --reason "Legal is on holiday" --approver "Marta Weiss" --until 2026-12-11',
    },
    { type: "poc gate 0" },
    { type: "poc check" },
    { type: "poc show --since today" },
  ];
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("gates-waivers"));
});

test("on a terminal, who approves is asked for, and only where nothing else is missing", async () => {
  const steps: Step[] = [
    { type: "poc gate pass", now: "2026-11-20T09:00:00+01:00", terminal: true, env: { NO_COLOR: "1" }, answers: [] },
    ONE_PAGER,
    { type: "poc gate pass", answers: ["?", undefined, "", "yes"] },
  ];
  const disk = diskWithPoc();
  const text = await transcript(steps, { disk });
  expect(text).toContain("? Who approves the passage of Value hypothesis? Marta Weiss <marta@example.com>");
  expect(text).toContain("gate 0, Value hypothesis, approved by Marta Weiss");
});

test("a no-go ends the way", async () => {
  const steps: Step[] = [
    DAY_1,
    { type: 'poc log "No better" --eval wrong-rate=80/400', now: "2026-12-03T15:00:00+01:00" },
    { type: 'poc decide no-go --why "No better than search"', now: "2026-12-04T10:00:00+01:00" },
    { type: 'poc gate pass --approver "Marta Weiss"' },
    { type: "poc gate 1" },
  ];
  await expect(await transcript(steps, { disk: diskWithPoc() })).toMatchFileSnapshot(golden("gates-no-go"));
});

const OWN = `title: Legal
purpose: Legal has looked at it.
exit:
  - id: signed
    text: Legal has signed
    evidence: terms-frozn
  - id: signed
    text: And signed again
pitfal: none
`;

test("an organisation's own gates", async () => {
  const own = "/org/templates/gates";
  const disk = diskWithPoc({ "templates/gates/0-value-hypothesis.yaml": OWN });
  const env = { POC_TEMPLATES: "/org/templates" };
  disk.set("/org/templates/README.md", "Ours\n");
  const faulty = await transcript(
    [
      { type: "poc gate", now: "2026-11-20T09:00:00+01:00" },
      { type: 'poc gate pass --approver "Marta Weiss"' },
      { type: "poc log nothing --hours 1" },
    ],
    { disk, env },
  );
  disk.delete(`${POC}/templates/gates/0-value-hypothesis.yaml`);
  disk.set(`${own}/0-value-hypothesis.yaml`, OWN);
  const shared = await transcript([{ type: "poc gate" }], { disk, env, now: "2026-11-20T09:00:00+01:00" });
  disk.set(
    `${own}/0-value-hypothesis.yaml`,
    "title: Legal\npurpose: Legal has looked at it.\nexit:\n  - { id: signed, text: Legal has signed }\npitfall: { text: Nobody asks legal }\n",
  );
  disk.set(
    `${own}/4-controlled-pilot.yaml`,
    "title: Pilot\npurpose: None\nexit: []\npitfall: { text: None }\ndropped: Pilots are run by the platform group\n",
  );
  const steps: Step[] = [
    { type: "poc gate", now: "2026-11-20T09:00:00+01:00" },
    { type: "poc log Signed --attest value-hypothesis.signed=https://legal.example.com/3" },
    { type: 'poc gate pass --approver "Marta Weiss"' },
    { type: "poc gate pilot" },
    { type: 'poc gate pass pilot --approver "Marta Weiss"' },
  ];
  const changed = await transcript(steps, { disk, env });
  await expect([faulty, shared, changed].join("\n")).toMatchFileSnapshot(golden("gates-own"));
});

test("a gate file that wants more than to be read gets nothing", async () => {
  const hostile = (text: string) => JSON.stringify(`${text}<script>{{title}} | # x`);
  const text = `title: ${hostile("\u001b[2J")}\npurpose: ${hostile("\u202e")}\nexit:\n  - { id: x, text: ${hostile("\nFORGED")}, closed_by: ${hostile("\u0007")} }\npitfall: { text: ${hostile("\u009b31m")} }\n`;
  const disk = diskWithPoc({ "templates/gates/0-value-hypothesis.yaml": text });
  const here = world({ disk, now: "2026-11-20T09:00:00+01:00" });
  for (const argv of [
    ["gate"],
    ["gate", "pass", "--approver", "Marta \u001b[31mWeiss"],
    ["log", "--attest", "value-hypothesis.x=l"],
    ["gate", "pass", "--approver", "Marta \u001b[31mWeiss"],
    ["status"],
    ["memo", "-o", "-"],
    ["show"],
    ["gate", "--format", "json"],
  ]) {
    const { exitCode, stdout, stderr } = await run(argv, here);
    expect(exitCode, argv.join(" ")).toBeLessThan(5);
    expect(FORBIDDEN.exec(stdout + stderr)?.[0], argv.join(" ")).toBeUndefined();
    expect(/^\W*FORGED/m.test(stdout + stderr), argv.join(" ")).toBe(false);
  }
  expect((await run(["memo", "-o", "-"], here)).stdout).not.toContain("<script>");
});

test("a gate file that holds a control character is named", async () => {
  const disk = diskWithPoc({ "templates/gates/0-value-hypothesis.yaml": "\u0000" });
  const { exitCode, stderr } = await run(["gate"], world({ disk, now: "2026-11-20T09:00:00+01:00" }));
  expect(exitCode).toBe(3);
  expect(stderr).toContain("templates/gates/0-value-hypothesis.yaml");
});

test("a slip in a gate or its flags is answered with what was meant", async () => {
  const steps: Step[] = [
    { type: "poc gate feasiblity", now: "2026-11-20T09:00:00+01:00" },
    { type: "poc gate 7" },
    { type: "poc gate s" },
    { type: "poc gate pilot" },
    { type: "poc gate hypotesis" },
    { type: "poc gate legal" },
    { type: "poc gate scale pass" },
    { type: "poc gate --approver x" },
    { type: 'poc gate pass --approver "Marta Weiss" --as-of 2026-11-19' },
    { type: 'poc gate pass --approver "<x>"' },
    { type: "poc gate waive" },
    { type: 'poc gate waive one-pager --reason "It is late" --reason "It is over" --until 2026-12-01 --approver x' },
    { type: "poc log --attest value-hypothesis.one-pagr=https://x" },
    { type: "poc log --attest value-hypothesis.kill-criteria=https://x" },
    { type: "poc log --attest zzz=https://x" },
  ];
  await expect(await transcript(steps, { disk: diskWithPoc() })).toMatchFileSnapshot(golden("gates-slips"));
});

test("as JSON, on a narrow terminal, in ASCII", async () => {
  const disk = diskWithPoc();
  await transcript(PROVEN, { disk });
  const now = "2026-12-04T09:00:00+01:00";
  const json = await run(["gate", "--format", "json"], world({ disk, now }));
  const data = (
    JSON.parse(json.stdout) as {
      data: {
        here: string;
        gates: { id: string; place: string; exit: { id: string; state: string; commands: string[] }[] }[];
      };
    }
  ).data;
  expect(data.here).toBe("feasibility-poc");
  expect(data.gates.map(({ id, place }) => `${id} ${place}`)).toEqual([
    "value-hypothesis passed",
    "feasibility-poc here",
    "proof-of-value ahead",
    "mvp-slice ahead",
    "controlled-pilot ahead",
    "scale ahead",
  ]);
  expect(data.gates[1]!.exit.map(({ id, state }) => `${id} ${state}`)).toEqual([
    "feasibility-poc.unknowns met",
    "feasibility-poc.feasible met",
    "feasibility-poc.memo open",
    "feasibility-poc.decision open",
  ]);
  const narrow = await run(["gate"], world({ disk, now, columns: 50 }));
  expect(narrow.stdout.split("\n").filter((line) => line.length > 50)).toEqual([]);
  const ascii = await run(["gate"], world({ disk, now, env: { LC_ALL: "C" } }));
  expect(ascii.stdout).not.toMatch(/[^\x20-\x7e\n]/);
  await expect(`${narrow.stdout}\n${ascii.stdout}\n${json.stdout}`).toMatchFileSnapshot(golden("gates-forms"));
});
