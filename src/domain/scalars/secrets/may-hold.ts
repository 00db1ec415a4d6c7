/**
 * Whether a text is worth comparing with the shapes of secrets. To compile those takes longer than all the rest of a
 * short command, and hardly any text holds a secret. These say yes too often and never no where there is one: a
 * property test draws texts from each shape. Without this file every text would be compared, with the same result.
 */

/** The beginnings of vendors' keys, if their shape fixes them letter by letter; three characters at least. */
const BEGINNINGS = String.raw`
  A3T AKIA ASIA ABIA ACCA ABSK bedrock- ghp_ gho_ ghu_ ghs_ ghr_ github_ glpat- glptt- gldt- glrt- glcbt- glsoat- glft-
  glagent- glimt- gloas- glffct- GR1 ATBB ATCT ATAT sk- sk_ rk_ gsk_ xai- csk- r8_ pplx- fw_ llx- jina_ luma- nvapi-
  tgp_ pcsk_ tvly- pa- wandb_ fc- e2b_ lsv2_ ls__ hf_ api_ dapi AIza GOCSPX- ya29. 1//0 AQ.A LTAI AKID AQVN SCW dop_
  doo_ dor_ HRKU- fo1_ fm1 fm2 v1.0 cfut_ cfat_ cfk_ nfp_ vcp_ vci_ vck_ vca_ vcr_ rnd_ sbp_ sb_ napi_ pscale_ pul- hvs.
  hvb. hvr. dp. ops_ A3- AGE- tskey- sha256~ xox xapp- hooks. discord SG. key- xkeysib- xsmtpsib- mlsn. pat ntn_
  secret_ re_ lin_ pk_ figd_ sl. tfp_ shpat_ shpca_ shppa_ shpss_ shptka_ whsec_ sq0 EAA access_ access- FLW shippo_
  EZAK EZTK duffel_ sk. npm_ pypi- rubygems_ cio oy2 dckr_ AKC cmVmd sqp_ squ_ sqa_ snyk_ CCI bkua_ bkat_ bkpt_ API-
  sdk- api- PMAK- pnu_ pnb_ glsa_ glc_ eyJ NRAK- NRRA- NRAA- NRII- NRIQ- sntry dt0 sgp_ CFPAT- rdme_ apify_ rpa_
  esecret_ aph0_ ico- fio- tk-us- CLOJARS_ zpka_`;

const BEGINNING = 3;
let byTheirFirst: ReadonlyMap<string, readonly string[]> | undefined;

/** By their first three characters. Most commands meet no word that is long enough, and never make it. */
function beginnings(): ReadonlyMap<string, readonly string[]> {
  const made = new Map<string, string[]>();
  for (const one of BEGINNINGS.trim().split(/\s+/)) {
    const first = one.slice(0, BEGINNING);
    made.set(first, [...(made.get(first) ?? []), one]);
  }
  return made;
}

function beginsLikeKey(word: string, at: number): boolean {
  byTheirFirst ??= beginnings();
  return byTheirFirst.get(word.slice(at, at + BEGINNING))?.some((one) => word.startsWith(one, at)) === true;
}

const SHORTEST_KEY = 15;
/** Keys are long words. Signs separate them from what comes before. */
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
    if (beginsLikeKey(word, 0)) return true;
    for (const { index } of word.matchAll(PARTED)) if (beginsLikeKey(word, index)) return true;
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
