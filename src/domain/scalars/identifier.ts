import { ok, problem, type Parsed } from "./parsed.ts";

const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Ids of evals, kill criteria, assumptions, risks: lower-case ASCII, so that they are the same name on every disk. */
export function parseIdentifier(text: string): Parsed<string> {
  if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(text)) {
    const slug = slugText(text);
    return problem(
      "invalid-id",
      "an id of lower-case letters, digits and hyphens",
      slug === "" ? {} : { hint: `write ${slug}` },
    );
  }
  if (DEVICE.test(text)) return problem("invalid-id", "an id that is not the name of a device on Windows");
  if (["__proto__", "constructor", "prototype"].includes(text))
    return problem("invalid-id", "an id that is not a reserved word of JavaScript");
  return ok(text);
}

/** Lower-case ASCII words of a text joined by hyphens, for file names: `Reranker on, k=8` is `reranker-on-k-8`. */
export function slugText(text: string, longest = 40): string {
  const words = text
    .slice(0, 400)
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  let slug = "";
  for (const word of words ?? []) {
    const longer = slug === "" ? word : `${slug}-${word}`;
    if (longer.length > longest) break;
    slug = longer;
  }
  return slug === "" ? (words?.[0] ?? "").slice(0, longest) : slug;
}
