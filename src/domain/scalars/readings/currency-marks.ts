import { currencyCodes, currencyExponent } from "../currency.ts";
import { nearest } from "../nearest.ts";

const DOLLARS = "USD CAD AUD NZD SGD HKD MXN TWD ARS CLP COP BBD BMD BND BSD BZD FJD JMD KYD LRD NAD SBD SRD TTD XCD";

/**
 * Signs and words by the currencies that they stand for, those first that use them most. A sign that several currencies
 * share stands for none of them by itself.
 */
const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    "€": "EUR",
    euro: "EUR",
    euros: "EUR",
    $: DOLLARS,
    dollar: DOLLARS,
    dollars: DOLLARS,
    us$: "USD",
    "u.s.$": "USD",
    c$: "CAD",
    ca$: "CAD",
    a$: "AUD",
    au$: "AUD",
    nz$: "NZD",
    s$: "SGD",
    hk$: "HKD",
    mx$: "MXN",
    nt$: "TWD",
    r$: "BRL",
    "£": "GBP",
    "gb£": "GBP",
    "e£": "EGP",
    pound: "GBP",
    pounds: "GBP",
    quid: "GBP",
    "¥": "JPY CNY",
    "cn¥": "CNY",
    "jp¥": "JPY",
    円: "JPY",
    yen: "JPY",
    元: "CNY",
    yuan: "CNY",
    rmb: "CNY",
    kr: "SEK NOK DKK ISK",
    skr: "SEK",
    nkr: "NOK",
    dkr: "DKK",
    kronor: "SEK",
    kroner: "DKK NOK",
    fr: "CHF",
    sfr: "CHF",
    franken: "CHF",
    francs: "CHF XAF XOF",
    zł: "PLN",
    zl: "PLN",
    zloty: "PLN",
    kč: "CZK",
    kc: "CZK",
    ft: "HUF",
    forint: "HUF",
    lei: "RON",
    "₹": "INR",
    rs: "INR PKR LKR NPR",
    rupees: "INR PKR LKR NPR",
    "₩": "KRW",
    won: "KRW",
    "₺": "TRY",
    lira: "TRY",
    "₽": "RUB",
    "₪": "ILS",
    "₴": "UAH",
    "₫": "VND",
    "฿": "THB",
    "₱": "PHP",
    "₦": "NGN",
    rand: "ZAR",
    reais: "BRL",
    real: "BRL",
  }),
);

/** Hundredths of a unit, by the currencies that have them. */
const COINS: ReadonlyMap<string, string> = new Map([
  ...["c", "ct", "cts", "cent", "cents", "¢"].map((coin) => [coin, `EUR ${DOLLARS}`] as const),
  ...["p", "penny", "pence"].map((coin) => [coin, "GBP"] as const),
]);

/** The currencies that a mark may stand for; undefined if it is not a mark. */
export interface MarkedCurrency {
  readonly codes: readonly string[];
  /** Whether the amount counts cents. */
  readonly coins: boolean;
}

/** Reads `€`, `US$`, `eur`, `Euro`, `kr.`, `cents`. */
export function currencyOfMark(mark: string): MarkedCurrency | undefined {
  const word = mark.toLowerCase().replaceAll(" ", "");
  const bare = word.endsWith(".") ? word.slice(0, -1) : word;
  const coins = COINS.get(bare);
  if (coins !== undefined) return { codes: coins.split(" "), coins: true };
  const codes =
    MARKS.get(bare) ?? (currencyExponent(bare.toUpperCase()) === undefined ? undefined : bare.toUpperCase());
  return codes === undefined ? undefined : { codes: codes.split(" "), coins: false };
}

/** The currency that a mistyped code or word was probably meant to be. */
export function nearestCurrency(mark: string): string | undefined {
  if (mark.length < 3) return undefined;
  const code = nearest(mark.toUpperCase(), currencyCodes());
  if (mark.length === 3) return code;
  const word = nearest(mark.toLowerCase(), MARKS.keys());
  return word === undefined ? code : MARKS.get(word)!.split(" ")[0]!;
}
