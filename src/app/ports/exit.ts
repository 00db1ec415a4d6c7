/** Exit codes, everywhere the same. */
export const EXIT = { fine: 0, breach: 1, usage: 2, records: 3, due: 4, cancelled: 130 } as const;

/** From which severity on a diagnostic makes a command fail. */
export const FAIL_ON = ["error", "warning", "note", "never"] as const;
export type FailOn = (typeof FAIL_ON)[number];
