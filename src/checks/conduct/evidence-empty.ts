import { valueAt } from "../../diagnostics/place.ts";
import type { Entry } from "../../domain/records/entry.ts";
import { lastAttestation } from "../../domain/records/gate-log.ts";
import { EVIDENCE_EXAMPLE, evidenceForm } from "../../domain/records/evidence-link.ts";
import type { Check } from "../check.ts";

/** A person's word without anything that others can look up closes nothing. */
export const evidenceEmpty: Check = {
  name: "evidence-empty",
  codes: ["evidence-empty"],
  run({ log }) {
    return log.counted.flatMap(({ attest, file, by, at }) =>
      attest.flatMap(({ item, evidence }, index) =>
        evidenceForm(evidence) === "empty" && !isAttestedSince(log.counted, item, at.epochMs)
          ? [
              {
                code: "evidence-empty" as const,
                message:
                  `${by.name} attested ${item} with "${evidence}", which is not a link, ` +
                  `expected ${EVIDENCE_EXAMPLE}; ` +
                  `it does not count`,
                place: valueAt(file, "attest", index, "evidence"),
                hint: `poc log --attest ${item}=LINK`,
              },
            ]
          : [],
      ),
    );
  },
};

function isAttestedSince(counted: readonly Entry[], item: string, sinceMs: number): boolean {
  const word = lastAttestation(counted, item);
  return word !== undefined && word.entry.at.epochMs >= sinceMs;
}
