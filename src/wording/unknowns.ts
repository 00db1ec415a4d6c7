import { listLabel } from "../domain/scalars/labels.ts";
import type { UnknownEvidence, UnknownStanding } from "../domain/standing/unknown-standing.ts";
import { openEvalClause } from "./item-reasons.ts";

const ANSWERS = { yes: "Yes", no: "No", open: "Open" } as const;

/** `Yes`, `No`, `Open`. */
export function unknownAnswerLabel(state: UnknownStanding["state"]): string {
  return ANSWERS[state];
}

/** What an unknown rests on: `wrong-rate met its target and corpus-is-clean is open`. */
export function unknownEvidenceText({ evidence }: UnknownStanding): string {
  return evidence.length === 0 ? "poc.yaml does not say what answers it" : listLabel(evidence.map(evidenceClause));
}

/** `Yes: wrong-rate met its target`. */
export function unknownSentence(standing: UnknownStanding): string {
  return `${unknownAnswerLabel(standing.state)}: ${unknownEvidenceText(standing)}`;
}

function evidenceClause(evidence: UnknownEvidence): string {
  const { id } = evidence;
  switch (evidence.kind) {
    case "eval":
      return !evidence.interim && evidence.answer !== undefined
        ? `${id} ${evidence.answer === "yes" ? "met" : "missed"} its target`
        : openEvalClause({ eval: id, verdict: evidence.verdict, interim: evidence.interim });
    case "kill-criterion":
      return `${id} is ${evidence.verdict}`;
    case "assumption":
      return evidence.verdict === "open" ? `${id} is open` : `${id} ${evidence.verdict}`;
    case "nothing":
      return `nothing is called ${id}`;
  }
}
