import { DEFINITIONS } from "./definitions.ts";
import type { Disk } from "./memory-files.ts";

/** PoCs of which somebody said, or did not say, what came true of their go. */

export const ROOT = "/work";
export const NOW = "2027-07-01T12:00:00+02:00";

export interface Told {
  readonly owner: string;
  /** What came true, as YAML; undefined where nobody said. */
  readonly actuals?: string;
  readonly notInUse?: string;
}

/** PoCs that were decided on, their logs written as files: deciding a hundred of them takes long. */
export function portfolio(pocs: readonly Told[]): Disk {
  const disk = new Map<string, string>();
  for (const [k, { owner, actuals, notInUse }] of pocs.entries()) {
    const folder = `${ROOT}/p${String(k + 10)}`;
    for (const [name, text] of Object.entries(DEFINITIONS)) disk.set(`${folder}/${name}`, text);
    const charter =
      DEFINITIONS["poc.yaml"]!.replace("Ana Ruiz", owner)
        .replace("Retrieval", `"Idea ${k + 10} <b>|</b> _x_`)
        .replace("assistant\nq", 'assistant"\nq') + (k === 1 ? "team: Field service\n" : "");
    disk.set(`${folder}/poc.yaml`, charter);
    disk.set(
      `${folder}/log/2026-11-30-0900-decision-go-aaaaaa1.yaml`,
      `at: 2026-11-30T09:00:00+01:00
by: Marta Weiss <marta@example.com>
decision:
  outcome: go
  by: Marta Weiss <marta@example.com>
  why: It works
  recommended: go
  rule: everything-met
  forecast:
    due: [2027-02-28, 2027-05-30]
    lines:
      - { kind: metric, eval: wrong-rate, better: lower, figure: 10%, low: 8%, high: 12% }
      - { kind: payback, figure: 10 months, low: 7 months, high: 14 months }
`,
    );
    if (actuals === undefined && notInUse === undefined) continue;
    disk.set(
      `${folder}/log/2027-05-30-0900-follow-up-aaaaaa2.yaml`,
      `at: 2027-05-30T09:00:00+02:00
by: Ana Ruiz <ana@example.com>
after: aaaaaa1
followup:
  decision: aaaaaa1
  due: 2027-05-30
${actuals === undefined ? "" : `  actuals: { ${actuals} }\n`}${notInUse === undefined ? "" : `  not_in_use: ${notInUse}\n`}`,
    );
  }
  return disk;
}

const FIGURES = ["10%", "9%", "11%", "12%", "14%", "20%", "10%", "10.5%", "8%", "13%", "11%"];
const PAYBACKS = ["10", "12", "15", "20", "45", "never", "9", "11", "13", "8", "10"];
export const TEN = FIGURES.map((rate, k) => ({
  owner: k % 2 === 0 ? "Ana Ruiz" : "Tom Okafor",
  actuals: `wrong-rate: ${rate}, payback: ${PAYBACKS[k] === "never" ? "never" : `${PAYBACKS[k]} months`}`,
}));
export const OTHERS: readonly Told[] = [{ owner: "Li Wei" }, { owner: "Li Wei", notInUse: "stopped" }];
