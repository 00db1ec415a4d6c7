// The words of the flags of `poc list`: every command line reads them, so that nothing else may be loaded with them.

/**
 * Where a PoC stands in a portfolio. `decision-due`: its last day has come, the recommendation is to stop or to decide
 * now, or two decisions stand that do not know of each other. `extended`: a person gave it more time, which is not
 * over. `dead`: nobody decided, and nothing was logged for 30 days after its last day. `unreadable`: not even its
 * charter can be read.
 */
export const POC_STATES = [
  "draft",
  "running",
  "extended",
  "decision-due",
  "dead",
  "go",
  "conditional",
  "no-go",
  "unreadable",
] as const;
export type PocState = (typeof POC_STATES)[number];

/** Groups of states that people ask for. */
export const STATE_GROUPS = ["open", "overdue", "decided", "follow-up"] as const;
export type StateGroup = (typeof STATE_GROUPS)[number];

export const SORT_KEYS = ["state", "title", "owner", "end", "overdue", "spend", "share", "next", "path"] as const;
export type SortKey = (typeof SORT_KEYS)[number];
