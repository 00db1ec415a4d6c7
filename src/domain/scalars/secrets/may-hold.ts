/**
 * Whether a text is worth comparing with the shapes of secrets. To compile those takes longer than all the rest of a
 * short command, and hardly any text holds a secret. These say yes too often and never no where there is one: a
 * property test draws texts from each shape. Without this file every text would be compared, with the same result.
 */

const words = (text: string) => text.trim().split(/\s+/);

/** What keys of vendors begin with: the first three characters of each shape that has them. */
const BEGINNINGS = new Set(
  words(String.raw`
  A3T AKI ASI ABI ACC ABS bed ghp gho ghu ghs ghr git glp gld glr glc gls glf gla gli glo GR1 ATB ATC ATA sk- sk_ rk_
  gsk xai csk r8_ ppl fw_ llx jin lum nva tgp pcs tvl pa- wan fc- e2b lsv ls_ hf_ api dap AIz GOC ya2 1// AQ. LTA AKI
  AQV SCW doo dop dor HRK fo1 fm1 fm2 v1. cfu cfa cfk nfp vcp vci vca vck vcr rnd sbp sb_ nap psc pul hvs hvb hvr dp.
  ops A3- AGE tsk sha xox xap hoo dis SG. key xke xsm mls pat ntn sec re_ lin pk_ fig sl. tfp shp whs sq0 EAA acc FLW
  shi EZA EZT duf sk. npm pyp rub cio oy2 dck AKC cmV sqp squ sqa sny CCI bku bka bkp API sdk PMA pnu pnb eyJ NRA NRR
  NRI snt dt0 sgp CFP rdm rpa ese aph ico fio tk- CLO zpk`),
);

const BEGINNING = 3;
const SHORTEST_KEY = 15;
/** Keys are long words. Signs part them from what stands before. */
const LONG_WORD = /[A-Za-z0-9_+/.=~%$-]{15}/;
const LONG_WORDS = /[A-Za-z0-9_+/.=~%$-]{15,}/g;
const PARTED = /(?<=[+/.=~%$])[^+/.=~%$]/g;
/**
 * Keys that begin with any letter or digit tell themselves by what follows, or by their length; a SHA-256, which stands
 * in every document, is none.
 */
const ANY_BEGINNING = new RegExp(
  [
    String.raw`\dQ~|\.atlasv1\.|\.webhook\.|\d:AA|\d/\d{16}|[ps]at\.|SK[0-9a-fA-F]|[MNO][A-Za-z0-9_-]{23}`,
    "(?<![A-Za-z0-9+/])(?![0-9a-f]{64}(?![A-Za-z0-9+/]))[A-Za-z0-9+/]{32}",
  ].join("|"),
);

export function mayHoldKey(text: string): boolean {
  if (text.length < SHORTEST_KEY || !LONG_WORD.test(text)) return false;
  if (ANY_BEGINNING.test(text)) return true;
  for (const [word] of text.matchAll(LONG_WORDS)) {
    if (BEGINNINGS.has(word.slice(0, BEGINNING))) return true;
    for (const { index } of word.matchAll(PARTED))
      if (BEGINNINGS.has(word.slice(index, index + BEGINNING))) return true;
  }
  return false;
}

export function mayHoldPrivateKey(text: string): boolean {
  return text.includes("PRIVATE KEY") || text.includes("PuTTY");
}

/** A name of a secret, and what comes between it and its value. */
const NAMES = new RegExp(
  [
    "passw|passph|[_-]pass|kennwort|pwd|(?<![a-z0-9])pw",
    "(?:key|token|secret|credentials?|creds|_pat)(?:_?base64|_?value)?[\"'`]?[ \\t]{0,3}[:=]",
    "-(?:key|token|secret|api-?key)[ \\t=]|-[a-z_-]{1,90}[_-](?:key|token|secret|api-?key)[ \\t=]",
    "://[^\\s@]{1,403}@|[?&;#][a-z_-]{2,24}=",
    "authorization|bearer|cookie|curl|machine[ \\t]",
  ].join("|"),
);

/** In small letters, because V8 takes long to prepare an expression that ignores case. */
export function mayHoldNamed(text: string): boolean {
  return NAMES.test(text.toLowerCase());
}
