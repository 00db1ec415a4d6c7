/** The formats that `poc import` reads; `formats.ts` defines each of them. */
export const FORMAT_NAMES = [
  "promptfoo",
  "inspect",
  "deepeval",
  "lm-eval",
  "junit",
  "cases",
  "openai-costs",
  "anthropic-costs",
  "focus",
  "litellm",
  "ccusage",
  "model-prices",
  "timewarrior",
  "watson",
  "klog",
  "toggl",
  "clockify",
  "ics",
] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Which cost of a bill that has two: what was invoiced, or what was used of what had been paid ahead. */
export const COST_KINDS = ["billed", "effective"] as const;
export type CostKind = (typeof COST_KINDS)[number];
