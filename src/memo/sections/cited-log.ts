import type { Standing } from "../../domain/standing/standing.ts";
import { logSection, type LogDay } from "./log-section.ts";

/** The entries of the log that the parts of a view cite, and corrections of them: the appendix of a short document. */
export function citedLog(standing: Standing, parts: unknown): readonly LogDay[] {
  const cited = new Set<string>();
  collect(parts, cited);
  // A correction may itself have been taken back: what is added here is gone through as well.
  for (const id of cited) {
    const correction = standing.log.withdrawn.get(id);
    if (correction !== undefined) cited.add(correction.id);
  }
  const days = logSection(standing).map(({ date, entries }) => ({
    date,
    entries: entries.filter(({ id }) => cited.has(id)),
  }));
  return days.filter(({ entries }) => entries.length > 0);
}

/** Views name the ids that a statement rests on `entries`, or something that ends so. */
function collect(value: unknown, cited: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const ids = /(^e|E)ntries$/.test(key) && Array.isArray(inner) ? inner.filter((id) => typeof id === "string") : [];
    for (const id of ids) cited.add(id);
    collect(inner, cited);
  }
}
