import { maskSecrets } from "../../domain/scalars/secret.ts";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text as HTML, or SVG, shows it letter by letter; also within a quoted attribute. Secrets are masked. */
export function htmlText(text: string): string {
  return maskSecrets(text).replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
