import { namedSecrets } from "./secrets/named-secrets.ts";
import { hasRandomRun, isVaried } from "./secrets/random-run.ts";
import { spanOf, type SecretFound } from "./secrets/secret-found.ts";
import { SHAPES } from "./secrets/secret-shapes.ts";

/** What kind of secret a text seems to hold, or undefined. */
export function findSecret(text: string): string | undefined {
  return secretsIn(text)[0]?.kind;
}

/** `text` with a few words in the place of whatever seems to be a secret. */
export function maskSecrets(text: string): string {
  const found = secretsIn(text);
  if (found.length === 0) return text;
  let masked = "";
  let from = 0;
  for (const { kind, start, end } of found) {
    masked += `${text.slice(from, start)}[masked: ${kind}]`;
    from = end;
  }
  return masked + text.slice(from);
}

const NONE: readonly SecretFound[] = [];

/** In the order of the text, without overlaps. */
export function secretsIn(text: string): readonly SecretFound[] {
  if (!MAY_BE.test(text)) return NONE;
  const found = [...ownShapes(text), ...namedSecrets(text)].sort((a, b) => a.start - b.start);
  const apart: SecretFound[] = [];
  for (const one of found) {
    const last = apart.at(-1);
    if (last === undefined || one.start >= last.end) apart.push(one);
    else if (one.end > last.end) apart[apart.length - 1] = { ...last, end: one.end };
  }
  return apart;
}

/** Every secret is a long word, or one that is called a secret. Nearly no note holds either. */
const MAY_BE = new RegExp(
  ["[A-Za-z0-9_+/.=~%:-]{16}", "[Pp][Aa][Ss][Ss]", "[Kk]ennwort", "[Pp][Ww][Dd]?[ :=]", "[Kk][Ee][Yy]"]
    .concat(["[Tt][Oo][Kk][Ee][Nn]", "[Ss][Ee][Cc][Rr][Ee][Tt]", "[Cc][Rr][Ee][Dd]", "PRIVATE KEY", "://"])
    .join("|"),
);

const PRIVATE_KEY =
  /-----BEGIN (?:[A-Z0-9]{2,9} ){0,3}PRIVATE KEY[^]*?(?:-----END [^-\n]{0,40}-----|$)|PuTTY-User-Key-File-\d/g;

const NOT_WITHIN = "(?<![A-Za-z0-9_-])";
const ANY_SHAPE = new RegExp(`${NOT_WITHIN}(?:${SHAPES.map(([, shape]) => shape).join("|")})`);
/** What a key may go on with after the length that it has at least. */
const REST = "[A-Za-z0-9_+/=~-]*";

function ownShapes(text: string): readonly SecretFound[] {
  const found = [...text.matchAll(PRIVATE_KEY)].map((match) => spanOf("a private key", match[0], match.index));
  if (!ANY_SHAPE.test(text)) return found;
  for (const [kind, shape, worded] of SHAPES) {
    for (const { 0: key, index } of text.matchAll(new RegExp(`${NOT_WITHIN}${shape}${REST}`, "g")))
      if (worded === undefined ? isVaried(key) : hasRandomRun(key)) found.push(spanOf(kind, key, index));
  }
  return found;
}
