import type { Standing } from "../../domain/standing/standing.ts";
import { LEFT_TO_RIGHT, RIGHT_TO_LEFT } from "../../wording/right-to-left.ts";
import { flatText } from "./markdown-text.ts";

/**
 * What people wrote with letters from right to left, as documents show it, the longest first: each such text keeps its
 * own direction as a whole, also where it ends in a Latin word or in digits. None in a PoC without such letters.
 */
export function spokenTexts({
  written,
  definitions,
  log,
}: Pick<Standing, "written" | "definitions" | "log">): readonly string[] {
  const found = new Set<string>();
  for (const part of [written, definitions, log.entries]) collect(part, found);
  return [...found].sort((a, b) => b.length - a.length);
}

const LETTER = new RegExp(`[${RIGHT_TO_LEFT}]`, "u");

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === "string") {
    // A sentence is quoted with its full stop and without it.
    if (!LEFT_TO_RIGHT.test(value) && LETTER.test(value)) found.add(flatText(value).replace(/\.$/, ""));
  } else if (value instanceof Map) {
    for (const item of value.values()) collect(item, found);
  } else if (typeof value === "object" && value !== null) {
    for (const item of Object.values(value)) collect(item, found);
  }
}
