import { personText } from "../scalars/person.ts";
import { longDateLabel } from "../scalars/calendar.ts";
import type { LoggedWaiver } from "../records/gate-log.ts";
import type { GateItemStanding } from "./gate-standing.ts";
import type { GateArtifact } from "../records/gate.ts";

/** How a condition of a gate is closed: in words where its definition has some, and by commands. */
export interface Closing {
  /** "" where the command says it all. */
  readonly how: string;
  /** Each of them closes it. */
  readonly commands: readonly string[];
}

/** Undefined where there is nothing to close. */
export function closingOf({ item, id, state }: GateItemStanding<GateArtifact>): Closing | undefined {
  if (state === "met") return undefined;
  const render =
    item.document === undefined ? [] : [`poc memo${item.document === "decision" ? "" : ` ${item.document}`}`];
  const attest = item.attestable && state !== "failed" && state !== "stale" ? [`poc log --attest ${id}=LINK`] : [];
  const how =
    item.closedBy ??
    (item.file === undefined || state === "stale" ? "" : `put ${item.file} into the folder of the PoC`);
  return { how, commands: [...render, ...attest] };
}

/** `Marta Weiss until Thu 31 Dec 2026: the review is booked`; an expired one says so. */
export function waiverSentence({ waiver, expired }: LoggedWaiver): string {
  return `${expired ? "a waiver expired on" : "waived until"} ${longDateLabel(waiver.until)}, by ${personText(waiver.approver)}: ${waiver.reason}`;
}
