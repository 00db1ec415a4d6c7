import type { Entry } from "../../domain/records/entry.ts";

/** An entry before it has a file: what is written, and what a file says without its name. */
export type NewEntry = Omit<Entry, "id" | "file" | "date">;
