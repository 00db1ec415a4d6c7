/** On which side of a limit a quantity is to be shown to lie; the limit itself counts as reached. */
export type Side = "at-least" | "at-most";
