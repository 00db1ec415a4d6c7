import type ICAL from "ical.js";
import { parameterOf } from "./ics-times.ts";

export interface People {
  /** Those who have not declined, without rooms. At least one. */
  readonly count: number;
  /** Whether the one whose calendar it is, or everybody, has declined. */
  readonly declined: boolean;
  /** Whether it invites a group, whose size nobody knows. */
  readonly group: boolean;
}

/**
 * Who takes part in a meeting. Who invites comes too, unless the list says otherwise.
 *
 * @param mail of the person who imports: what this person declined did not happen to them
 */
export function peopleOf(event: ICAL.Component, mail: string | undefined): People {
  const invited = new Map<string, "comes" | "declined">();
  let group = false;
  for (const property of event.getAllProperties("attendee")) {
    const kind = (parameterOf(property, "cutype") ?? "INDIVIDUAL").toUpperCase();
    if (kind === "GROUP") group = true;
    if (kind !== "INDIVIDUAL" && kind !== "UNKNOWN") continue;
    const declined = parameterOf(property, "partstat")?.toUpperCase() === "DECLINED";
    invited.set(addressOf(property.getFirstValue()), declined ? "declined" : "comes");
  }
  const organizer = event.getFirstProperty("organizer");
  const host = organizer === null ? "" : addressOf(organizer.getFirstValue());
  const everybodyDeclined = invited.size > 0 && [...invited.values()].every((state) => state === "declined");
  if (host !== "" && !invited.has(host)) invited.set(host, "comes");
  const own = mail === undefined ? undefined : invited.get(`mailto:${mail.toLowerCase()}`);
  const count = [...invited.values()].filter((state) => state === "comes").length;
  return { count: Math.max(1, count), declined: own === "declined" || everybodyDeclined, group };
}

function addressOf(value: unknown): string {
  return typeof value === "string" ? value.trim().toLowerCase() : "";
}
