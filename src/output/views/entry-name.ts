import type { Entry } from "../../domain/records/entry.ts";
import type { Safe } from "../terminal/safe.ts";
import type { Style } from "../terminal/style.ts";

/** The id of an entry, which leads to its file. */
export function entryName({ id, file }: Pick<Entry, "id" | "file">, style: Style): Safe {
  return style.link(style.paint("name", style.text(id)), { file });
}
