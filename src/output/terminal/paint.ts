import type { Safe } from "./safe.ts";

/** What a colour says. It never says anything that the words do not say too. */
export type Role = "strong" | "faint" | "good" | "bad" | "warn" | "name";

export type Paint = (role: Role, text: Safe) => Safe;
