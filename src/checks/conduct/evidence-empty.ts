import { valueAt } from "../../diagnostics/place.ts";
import { lastAttestation } from "../../domain/records/gate-log.ts";
import { EVIDENCE_EXAMPLE, evidenceForm } from "../../domain/records/evidence-link.ts";
import type { Check } from "../check.ts";
import { saying } from "../../domain/records/log.ts";

/** A person's word without anything that others can look up closes nothing. */
export const evidenceEmpty: Check = {
  name: "evidence-empty",
  codes: ["evidence-empty"],
  run({ log }) {
    const words = new Map<string, number>();
    const attestedMs = (item: string) => {
      const known = words.get(item) ?? lastAttestation(log.counted, item)?.entry.at.epochMs ?? -Infinity;
      words.set(item, known);
      return known;
    };
    return saying(log.counted, "attest").flatMap(({ attest, file, by, at }) =>
      attest.flatMap(({ item, evidence }, index) =>
        evidenceForm(evidence) === "empty" && attestedMs(item) < at.epochMs
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
