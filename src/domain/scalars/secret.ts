import { mayHoldKey, mayHoldNamed, mayHoldPrivateKey } from "./secrets/may-hold.ts";
import { namedSecrets } from "./secrets/named-secrets.ts";
import { hasRandomRun, isVaried } from "./secrets/random-run.ts";
import { spanOf, type SecretFound } from "./secrets/secret-found.ts";
import { SHAPES } from "./secrets/secret-shapes.ts";

/** The kind of secret that a text seems to contain, or undefined. */
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

/** Whether it is worth looking for one; where this says no, `findSecret` finds none. */
export function mayHoldSecret(text: string): boolean {
  return mayHoldKey(text) || mayHoldNamed(text) || mayHoldPrivateKey(text);
}

/** In the order of the text, without overlaps. */
function secretsIn(text: string): readonly SecretFound[] {
  if (!mayHoldSecret(text)) return NONE;
  const found = [
    ...(mayHoldPrivateKey(text) ? privateKeys(text) : NONE),
    ...(mayHoldKey(text) ? keys(text) : NONE),
    ...(mayHoldNamed(text) ? namedSecrets(text) : NONE),
  ];
  if (found.length === 0) return NONE;
  const apart: SecretFound[] = [];
  for (const one of found.sort((a, b) => a.start - b.start)) {
    const last = apart.at(-1);
    if (last === undefined || one.start >= last.end) apart.push(one);
    else if (one.end > last.end) apart[apart.length - 1] = { ...last, end: one.end };
  }
  return apart;
}

const PRIVATE_KEY =
  /-----BEGIN (?:[A-Z0-9]{2,9} ){0,3}PRIVATE KEY[^]*?(?:-----END [^-\n]{0,40}-----|$)|PuTTY-User-Key-File-\d/g;

function privateKeys(text: string): readonly SecretFound[] {
  return [...text.matchAll(PRIVATE_KEY)].map((match) => spanOf("a private key", match[0], match.index));
}

const NOT_WITHIN = "(?<![A-Za-z0-9_-])";
/** Made when the first text may hold a key. */
let anyShape: RegExp | undefined;
/** The characters with which a key may continue after its minimum length. */
const REST = "[A-Za-z0-9_+/=~-]*";

function keys(text: string): readonly SecretFound[] {
  anyShape ??= new RegExp(`${NOT_WITHIN}(?:${SHAPES.map(([, shape]) => shape).join("|")})`);
  if (!anyShape.test(text)) return NONE;
  return SHAPES.flatMap(([kind, shape, worded]) =>
    [...text.matchAll(new RegExp(`${NOT_WITHIN}${shape}${REST}`, "g"))].flatMap(({ 0: key, index }) =>
      (worded === undefined ? isVaried(key) : hasRandomRun(key)) ? [spanOf(kind, key, index)] : [],
    ),
  );
}
