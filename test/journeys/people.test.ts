import { expect, test } from "vitest";
import { diskWithPoc } from "../support/definitions.ts";
import { POC } from "../support/run.ts";
import { transcript, type Step } from "../support/session.ts";

/** Who speaks, and what their word rests on. `npx vitest run test/journeys/people.test.ts --update` writes it anew. */

const golden = (name: string) => `./sessions/${name}.txt`;

const DAY_1: Step = { type: "poc start", now: "2026-11-23T09:00:00+01:00" };

test("10 a first name, a full name and a name with an address are one person", async () => {
  const steps: Step[] = [
    DAY_1,
    { type: 'poc log "Kickoff" --by "Ana Silva <silva@example.com>"', now: "2026-11-24T09:00:00+01:00" },
    { type: 'poc log "Who was it?" --by Ana' },
    { type: 'poc amend --set "spend_cap=2500 EUR" --reason "The vendor was late" --approver Ana' },
    { type: 'poc amend --set "spend_cap=2500 EUR" --reason "The vendor was late" --approver "WEISS, marta"' },
    { type: 'poc amend --set "spend_cap=2600 EUR" --reason "Later still" --approver "ana ruiz"' },
    { type: 'poc log "It was Silva" --by Ana', terminal: true, env: { NO_COLOR: "1" }, answers: ["1"] },
    { type: "poc log --attest exit.committed=https://wiki.example.com/12", terminal: false },
    { type: "poc decide no-go --why 'It does not pay' --by 'Tom Okafor' --override 'It will not'" },
    { type: "poc check" },
    { type: "poc memo" },
  ];
  const disk = diskWithPoc();
  await expect(await transcript(steps, { disk })).toMatchFileSnapshot(golden("people"));
  const [firstPage] = disk.get(`${POC}/memos/decision-2026-11-24.md`)!.split("## Appendix");
  expect(firstPage).toContain("Ana Ruiz, the owner, approved an amendment");
  expect(firstPage).toContain("attested by Ana Ruiz, and not by Marta Weiss");
  expect(firstPage).toContain(
    "was decided by Tom Okafor (recorded by Ana Ruiz), who is neither the owner nor the sponsor, on",
  );
});

test("10 what the organisation's policy requires is refused", async () => {
  const env = { POC_TEMPLATES: "/org" };
  const disk = diskWithPoc();
  disk.set(
    "/org/organisation.yaml",
    "policy:\n  approver_is_not_author: required\n  sponsor_attests_commitment: required\n" +
      "  owner_or_sponsor_decides: required\n",
  );
  const steps: Step[] = [
    { ...DAY_1, env },
    { type: "poc amend --set 'spend_cap=2500 EUR' --reason 'Late' --approver Ana", now: "2026-11-24T09:00:00+01:00" },
    { type: "poc amend --set 'spend_cap=2500 EUR' --reason 'Late' --approver Tom --by Tom" },
    { type: "poc gate waive one-pager --reason 'Later' --approver Ana --until 2026-12-01" },
    { type: "poc log --attest exit.committed=https://wiki.example.com/12" },
    { type: "poc decide no-go --why 'It does not pay' --override 'It will not' --by Tom" },
    { type: "poc decide extend --days 2 --why 'Late'" },
    { type: "poc amend --set 'spend_cap=2500 EUR' --reason 'Late' --approver Marta" },
    { type: "poc log --attest exit.committed=https://wiki.example.com/12 --by Marta" },
  ];
  const text = await transcript(steps, { disk });
  disk.set("/org/organisation.yaml", "policy:\n  approver_is_not_author: always\n  approvers: 2\n");
  const faulty = await transcript([{ type: "poc amend --set 'spend_cap=2600 EUR' --reason 'Late' --approver Ana" }], {
    disk,
    env,
    now: "2026-11-24T10:00:00+01:00",
  });
  const list = await transcript([{ type: "poc template list" }], { disk, env });
  expect(list).not.toContain("organisation.yaml");
  await expect(`${text}\n${faulty}`).toMatchFileSnapshot(golden("people-policy"));
});

test("11 an entry in the name of another says who recorded it, and so do show, status and the first page", async () => {
  const disk = diskWithPoc();
  const marta = '"Marta Weiss <marta@example.com>"';
  const steps: Step[] = [
    DAY_1,
    {
      type: `poc log --by ${marta} --attest exit.committed=https://wiki.example.com/12`,
      now: "2026-11-24T09:00:00+01:00",
    },
    { type: "poc log 'Mine, under another address' --by 'Ana Ruiz <ana@private.example.com>'" },
    { type: "poc log 'Mine' --by Ana" },
    { type: `poc amend --set 'spend_cap=2500 EUR' --reason 'Late' --by "Tom Okafor" --approver Marta` },
    { type: `poc decide extend --days 2 --why 'Late' --by ${marta}` },
    { type: `poc decide no-go --why 'It does not pay' --override 'It will not' --by ${marta} --supersede` },
    { type: "poc undo --yes --by Tom" },
    { type: "poc show" },
    { type: "poc show --by ana" },
    { type: "poc status" },
    { type: "poc check" },
    { type: "poc memo" },
    { type: "poc log 'Nobody knows who types' --by Tom", author: undefined },
  ];
  const shown = await transcript(steps, { disk });
  const entries = [...disk].filter(([name]) => name.includes("/log/")).map(([name, text]) => `--- ${name}\n${text}`);
  await expect(`${shown}\n${entries.join("\n")}`).toMatchFileSnapshot(golden("people-recorded"));
  const [firstPage] = disk.get(`${POC}/memos/decision-2026-11-24.md`)!.split("## Appendix");
  expect(firstPage).toContain("decided by Marta Weiss (recorded by Ana Ruiz)");
});

test("10 evidence is a link, a file that exists, or the key of a ticket", async () => {
  const disk = diskWithPoc({ "docs/minutes.md": "Signed." });
  disk.set("/work/README.md", "The repository");
  const refused = [
    "x",
    "none",
    "n/a",
    "todo",
    "-",
    "https://x",
    "docs/minuts.md",
    "/etc/hostname",
    "agreed with Marta",
  ];
  const taken = ["https://wiki.example.com/12", "docs/minutes.md#2", "README.md", "SEC-118 reviewed", "mailto:m@x.de"];
  const steps = [...refused, ...taken].map((text): Step => ({ type: `poc log --attest "mvp.guardrails=${text}"` }));
  const risk: Step = { type: "poc log --risk no-owner=low --evidence none" };
  await expect(await transcript([DAY_1, ...steps, risk], { disk })).toMatchFileSnapshot(golden("people-evidence"));
});
