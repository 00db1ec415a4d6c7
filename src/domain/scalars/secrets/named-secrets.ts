import { hasRandomRun, isVaried, runsOf } from "./random-run.ts";
import { spanOf, type SecretFound } from "./secret-found.ts";

/** A secret that tells itself by what stands before it: the value is the group `value`. */
interface Named {
  readonly kind: string;
  readonly shape: RegExp;
  readonly isSecret: (value: string, match: RegExpMatchArray) => boolean;
}

const raw = String.raw;
const words = (text: string) => text.trim().split(/\s+/).join("|");

/** `=`, `:`, `:=`, `=>`, with or without the end of a quoted name before and the beginning of a quoted value after. */
const IS = raw`["'${"`"}]?[ \t]{0,3}(?<is>:=|=>|=|:)[ \t]{0,3}["'${"`"}]?`;
const ANY = raw`[^\s"'${"`"},;<>|]`;
/** The value of a flag begins with no dash: that would be the next flag. */
const AFTER_FLAG = raw`[ \t=]{1,3}["'${"`"}]?(?<value>[^\s"'${"`"},;<>|-]${ANY}{3,500})`;
const PASSWORD = "pass(?:word|wd|phrase)|passwort|kennwort|pwd";

/** Parameters of addresses that stand for the right to use them. */
const SIGNATURES = words(`
  sig signature x-amz-signature x-amz-security-token x-goog-signature x-oss-signature x-ms-signature hmac hdnea`);
const TOKENS = words(`
  access_?token id_?token refresh_?token auth_?token token api[_-]?key key auth client_?secret secret
  subscription-key code sas`);

/** Made when the first text may hold one. Exported for the test that draws texts from each of them. */
export const named = (): readonly Named[] =>
  (made ??= [
    {
      kind: "a password",
      shape: new RegExp(
        raw`(?:${PASSWORD}|[a-z0-9]_pass|(?<![a-z0-9])pw)` +
          raw`(?:${IS}|[ \t]{1,3}(?:is|ist|was|lautet)[ \t]{1,3}["'${"`"}]?)(?<value>${ANY}{4,500})`,
        "gi",
      ),
      isSecret: (value, { groups }) => (groups!["is"] === "=" ? mayBePassword(value) : isMixed(value)),
    },
    {
      kind: "a password",
      shape: new RegExp(
        raw`(?:${PASSWORD})[ \t]{0,3}[=:][ \t]{0,3}(?:"(?<value>[^"\n]{6,200})"|'(?<other>[^'\n]{6,200})')`,
        "gi",
      ),
      isSecret: (value) => value.includes(" ") && !isReference(value),
    },
    {
      kind: "a password",
      shape: new RegExp(`--?(?:${PASSWORD}|pass)${AFTER_FLAG}`, "gi"),
      isSecret: mayBePassword,
    },
    {
      kind: "a password",
      shape: /\bmachine[ \t]+\S{1,200}[ \t]+login[ \t]+\S{1,200}[ \t]+password[ \t]+(?<value>\S{4,200})/gi,
      isSecret: (value) => !isReference(value),
    },
    {
      kind: "a password",
      shape: /\bcurl\b[^\n]{0,300}?[ \t](?:-u|--user)[ \t=]{0,3}["']?[^\s:"']{1,100}:(?<value>[^\s"']{3,200})/g,
      isSecret: (value) => !isReference(value),
    },
    {
      kind: "a password in an address",
      shape: new RegExp(
        raw`(?<![A-Za-z0-9+.-])[A-Za-z][A-Za-z0-9+.-]{1,20}://` +
          raw`(?<user>[^\s/:@?#"'<>]{0,100}):(?<value>[^\s/@?#"'<>]{1,300})@(?=[\w.[-])`,
        "g",
      ),
      isSecret: (value, { groups }) => !isReference(value) && !isExample(groups!["user"]!, value),
    },
    {
      kind: "a token of a request",
      shape: new RegExp(
        raw`authorization${IS}(?:(?:bearer|basic|token|apikey|key|negotiate)[ \t]{1,3})?` +
          raw`(?<value>[A-Za-z0-9._~+/=:-]{8,2000})`,
        "gi",
      ),
      isSecret: (value) => isMixed(value) && !isReference(value),
    },
    {
      kind: "a token of a request",
      shape: /(?<![A-Za-z0-9])bearer[ \t]{1,3}(?<value>[A-Za-z0-9._~+/=-]{12,2000})/gi,
      isSecret: (value) => !isReference(value) && (hasRandomRun(value, 8) || (value.length >= 20 && isMixed(value))),
    },
    {
      kind: "a cookie",
      shape: /(?<![A-Za-z])cookie["']?:[ \t]{0,3}["']?(?<value>[^\s"'<>]{1,60}=[^\s"'<>]{16,2000})/gi,
      isSecret: (value) => hasRandomRun(value, 12),
    },
    {
      kind: "a signed address",
      shape: new RegExp(raw`[?&;](?:${SIGNATURES})=(?<value>[A-Za-z0-9%+/_~=-]{16,2000})`, "gi"),
      isSecret: (value) => isVaried(value) && !isReference(value),
    },
    {
      kind: "a token in an address",
      shape: new RegExp(raw`[?&#](?:${TOKENS})=(?<value>[A-Za-z0-9._%+/~=-]{12,2000})`, "gi"),
      isSecret: (value) => hasRandomRun(value, 12) && !isReference(value),
    },
    {
      kind: "a key",
      shape: new RegExp(
        raw`(?<![\w.-])(?<name>(?:\w[\w.-]{0,40} )?[\w.-]{0,60}` +
          raw`(?:key|token|secret|credentials?|creds|_pat)(?:_?base64|_?value)?)${IS}(?<value>${ANY}{4,500})`,
        "gi",
      ),
      isSecret: isNamedKey,
    },
    {
      kind: "a key",
      shape: new RegExp(raw`--?(?<name>(?:[a-z]{1,20}[-_]){0,4}(?:api-?key|token|secret|key))${AFTER_FLAG}`, "gi"),
      isSecret: isNamedKey,
    },
  ]);
let made: readonly Named[] | undefined;

/** Secrets that are told by their names, wherever they stand. */
export function namedSecrets(text: string): readonly SecretFound[] {
  return named().flatMap(({ kind, shape, isSecret }) =>
    [...text.matchAll(shape)].flatMap((match) => {
      const value = (match.groups!["value"] ?? match.groups!["other"] ?? "").replace(/[.:!?)\]}]+$/, "");
      if (value === "" || !isSecret(value, match)) return [];
      return [spanOf(kind, value, match.index + match[0].lastIndexOf(value))];
    }),
  );
}

/** What a key or token is of that opens no door. */
const HARMLESS = new RegExp(
  `(?:${words(String.raw`
  cache primary foreign sort partition hash dedup idempoten\w* row index map group public cluster join business natural
  surrogate lookup page continuation max min num stop eos bos pad unk sep cls mask special end start input output prompt
  completion cached total answer turn issue ticket jira run trace span record entry data file object s3 blob message
  csrf xsrf next`)})[ _.-]?(?:id[ _.-]?)?(?:key|token)$`,
  "i",
);

/** What a key or token is of that opens one, so that a short value is a secret too. */
const DOORS = words(`
  api app access secret private shared account auth client service subscription master admin bearer refresh session
  license functions? storage deploy bot webhook signing encryption oauth personal host read write ingest consumer x`);
const QUALIFIED = new RegExp(
  `(?:${DOORS})[ _.-]?(?:access[ _.-]?)?(?:key|token)|apikey|secret|credential|creds|_pat$`,
  "i",
);
/** The name of a variable of the environment. */
const VARIABLE = /[A-Z0-9]_(?:KEY|TOKEN)$/;

function isNamedKey(value: string, { groups }: RegExpMatchArray): boolean {
  const name = groups!["name"]!;
  if (HARMLESS.test(name) || isReference(value)) return false;
  if (QUALIFIED.test(name) || VARIABLE.test(name))
    return value.length >= 8 && (hasMixedRun(value) || hasRandomRun(value, 8) || isBase64(value));
  // A hash is a key of many things.
  return hasRandomRun(value, 16) && !/^(?:sha\d+[:-])?[0-9a-f-]+$/i.test(value);
}

const STORES = /^(?:os\.|process\.|env[.([:]|getenv|vault:|op:\/\/|arn:|file:|projects\/|secrets?[./:])/i;
const BLANKS = words("your placeholder redacted masked hidden dummy changeme example sample tbd todo");
const BLANK = new RegExp(`(?:^|[^A-Za-z])(?:${BLANKS})(?:[^A-Za-z]|$)`);
const ENDINGS = words("json jsonl ya?ml md txt csv py ts js env pem toml ini html? pdf");
const FILE = new RegExp(raw`^(?:[~.]{0,2}/[\w./-]*|[\w.-]+(?:/[\w.-]+)*\.(?:${ENDINGS}))$`, "i");

/** Texts that look like a secret but are not: a variable, a blank to fill in, the place where the secret is kept. */
function isReference(value: string): boolean {
  return (
    /^[$<{[%*@(]/.test(value) ||
    /\*{3}|\.{3}|…|x{4}|X{4}/.test(value) ||
    STORES.test(value) ||
    BLANK.test(value) ||
    FILE.test(value)
  );
}

/** `user:password`, as manuals have it. */
function isExample(user: string, password: string): boolean {
  return /^user(?:name)?$/i.test(user) && /^(?:pass(?:word)?|pwd)$/i.test(password);
}

/** What people write after "password=" when they write about passwords. */
const NO_PASSWORD = new RegExp(
  `^(?:${words(String.raw`
  required optional disabled enabled missing unset empty blank reset wrong (?:in)?correct (?:in)?valid expired rotated
  unknown prompt true false none null undefined string text hidden policy login rotation changed? hash(?:ed)? sha-?\d+
  bcrypt argon2\w* scrypt plain\w* encrypted stored vault secret password passwort default`)})$`,
  "i",
);

function mayBePassword(value: string): boolean {
  if (isReference(value) || NO_PASSWORD.test(value)) return false;
  return isMixed(value) || /^[A-Za-z]{6,}$/.test(value);
}

/** Letters together with digits, signs or capitals within, as words are not. */
function isMixed(value: string): boolean {
  if (value.length < 6 || isReference(value) || NO_PASSWORD.test(value) || !/[A-Za-z]/.test(value)) return false;
  return /\d/.test(value) || /[!@#$%^&*+?]./.test(value) || /[a-z][A-Z].*[a-z][A-Z]/.test(value);
}

/** A part of eight letters and digits or more that is not a word with a number at its end. */
function hasMixedRun(value: string): boolean {
  return runsOf(value).some(
    (run) => run.length >= 8 && /\d/.test(run) && /[A-Za-z]/.test(run) && !/^[A-Za-z]+\d{1,4}$/.test(run),
  );
}

/** As the secret keys of AWS are: no name is as long, has capitals and digits, and no sign that parts words. */
function isBase64(value: string): boolean {
  return /^[A-Za-z0-9+/]{32,}={0,2}$/.test(value) && /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
}
