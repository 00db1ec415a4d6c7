/** The formats that `poc import` reads. What each of them is, `formats.ts` says. */
export const FORMAT_NAMES = [
  "promptfoo",
  "inspect",
  "deepeval",
  "lm-eval",
  "junit",
  "cases",
  "openai-costs",
  "anthropic-costs",
  "ccusage",
  "timewarrior",
  "watson",
  "klog",
  "toggl",
  "clockify",
  "ics",
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];
