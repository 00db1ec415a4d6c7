/** How a verdict is to be taken. A page shows it by a sign and a colour beside the word. */
export type BadgeTone = "good" | "bad" | "caution" | "open";

const TONES: readonly (readonly [BadgeTone, RegExp])[] = [
  ["caution", /^((met|cleared), on moved terms|not met so far)\b/],
  ["bad", /^(not met|tripped|fails|failed|no-go|invalid|cannot judge)\b/],
  ["caution", /^(conditional|high|overdue|extend|expired|missing|stale|waived)\b/],
  ["bad", /^no$/],
  ["good", /^yes$/],
  ["good", /^(met|cleared|holds|go|closed|low|passed|done|present)\b/],
];

/** By the word a verdict begins with. What is not known to be good or bad is open, and so is every interim look. */
export function badgeTone(label: string): BadgeTone {
  const words = label.trim().toLowerCase();
  return TONES.find(([, pattern]) => pattern.test(words))?.[0] ?? "open";
}
