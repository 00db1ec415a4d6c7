import type { CatalogueEntry } from "./catalogue-entry.ts";

/** Single values in a file: their type, their form, whether they exist. */
export const FIELD_CODES = {
  "wrong-type": {
    severity: "error",
    kind: "records",
    title: "A value has the wrong type",
    explanation: `There is a list where a text should be, a map where a list should be, or a number where a text should
be. YAML decides by the look of a value: \`4.10\` is a number and loses its zero, \`true\` is not a text, but \`yes\`
is. Put a text that looks like something else into quotes.`,
    fix: "Put texts in quotes; begin each list item with a hyphen; indent the fields of a map below its key.",
  },
  "missing-field": {
    severity: "error",
    kind: "records",
    title: "A required field is missing",
    explanation: `Most fields of a draft may be absent or say TBD, and checks list them. A few fields are essential:
without the id of an eval or the amount of a spend line there is nothing to record. The item is left out until it has
them.`,
    fix: "Add the field that the message names. The schema at the top of each file lets an editor complete it.",
  },
  "unknown-key": {
    severity: "error",
    kind: "records",
    title: "Unknown key",
    explanation: `A more lenient reader would silently ignore a mistyped key: with \`min-n\` instead of \`min_n\`, the
minimum sample would not apply and nobody would know. So every key must be one that is known in its place.`,
    fix: `Correct the key; the message lists the known keys and names the nearest. Put remarks into comments, after
\`#\`.`,
  },
  "value-not-allowed": {
    severity: "error",
    kind: "records",
    title: "A value is not one of the allowed words",
    explanation: `The field takes one of a few words, and it contains a different one. The words are part of the file
format, in lower case and with hyphens.`,
    fix: "Use one of the words in the message.",
  },
  "invalid-value": {
    severity: "error",
    kind: "records",
    title: "A value cannot be right",
    explanation: `The value has the right type but cannot be true or makes no sense: negative users, more than 366
working days a year, a meeting of 30 hours, a week without a working day, a hash that is not a hash. The message names
the limits.`,
    fix: "Correct the value.",
  },
  "too-long": {
    severity: "error",
    kind: "records",
    title: "A text is too long for a record",
    explanation: `A field takes up to 64 KiB of text, a key up to 200 characters. Longer texts are usually the output
of runs, and they bury what people wrote.`,
    fix: "Keep the text in a file of its own and point at it with `evidence`.",
  },
  "invalid-number": {
    severity: "error",
    kind: "records",
    title: "Number in an unsupported form",
    explanation: `Numbers are written as people write them: \`12.40\`, \`-3\`, \`0.5\`. Exponents, thousands
separators, decimal commas, hexadecimals, leading zeros, infinities and more than 15 digits are refused, because
programs read them differently: \`0777\` is 777 to one and 511 to another.`,
    fix: "Write the number out, with a point. If it is a text, such as a version or a part number, put it in quotes.",
  },
  "invalid-amount": {
    severity: "error",
    kind: "records",
    title: "An amount of money cannot be read",
    explanation: `Money is a quantity, a space and the code of its currency: \`12.40 EUR\`. It is kept exactly, in the
smallest unit of the currency, and never as a floating-point number. An amount is refused if it has no currency, a
comma, a sign such as €, or more decimal places than its currency (the yen has none).`,
    fix: "Write it as `12.40 EUR`.",
  },
  "price-implausible": {
    severity: "error",
    kind: "records",
    title: "No model costs that little, or that much",
    explanation: `Prices in costs.yaml are per million tokens. A list of prices per token, such as LiteLLM's, says
0.0000004 USD instead of 0.40 USD. With such a price every run would seem to cost nothing, whatever the cap is. So a
price below 0.001 is refused, and one above 10,000 in dollars, euros, pounds and francs. A model that is free has the
price 0.`,
    fix: "Write the price of a million tokens: the price of one token times 1,000,000.",
  },
  "unknown-currency": {
    severity: "error",
    kind: "records",
    title: "Unknown currency code",
    explanation: `These three letters are not a currency code in use. Without the currency, neither the number of
digits nor an exchange rate is known.`,
    fix: "Use the ISO 4217 code in capitals, such as EUR, USD, GBP or CHF.",
  },
  "invalid-date": {
    severity: "error",
    kind: "records",
    title: "A date cannot be read or does not exist",
    explanation: `Dates are written \`2026-11-23\`: year, month, day, as in ISO 8601. Other orders mean different days
in different countries. Days that do not exist, such as 2026-02-30, are refused; they are not moved to the next month.`,
    fix: "Write the date as `2026-11-23`.",
  },
  "invalid-instant": {
    severity: "error",
    kind: "records",
    title: "A moment cannot be read or does not exist",
    explanation: `A moment is a date, a time and the offset from UTC: \`2026-11-25T16:20:00+01:00\`. Without the
offset, the same text is a different moment for a colleague in another zone, and entries would change their order.
Leap seconds and 24:00 are refused.`,
    fix: "Write it as `2026-11-25T16:20:00+01:00`, or end it with `Z` for UTC.",
  },
  "unknown-timezone": {
    severity: "error",
    kind: "records",
    title: "Unknown time zone",
    explanation: `The zone decides when a day begins and ends. That decides which day an entry belongs to and when a
kill criterion is due. The name of a zone comes from the IANA database. Abbreviations such as CET ignore summer time,
and some mean several zones.`,
    fix: "Use a name such as `Europe/Berlin`, `America/New_York` or `UTC`.",
  },
  "invalid-person": {
    severity: "error",
    kind: "records",
    title: "A person cannot be read",
    explanation: `A person is a name, followed by an address in angle brackets if there is one: \`Ana Ruiz
<ana@example.com>\`. The address identifies the person even when the name is spelled in two ways.`,
    fix: "Write it as `Ana Ruiz <ana@example.com>`, or the name alone.",
  },
  "invalid-quantity": {
    severity: "error",
    kind: "records",
    title: "A number with its unit cannot be read",
    explanation: `A quantity is a plain number and its unit: \`12%\`, \`5pp\`, \`1.8 s\`, \`0.04 EUR\`. Percentages
are parts of a whole; points (\`pp\`) are the difference between two percentages. Milliseconds, seconds, minutes and
hours convert into each other; nothing else does.`,
    fix: "Write the number and the unit, such as `12%` or `1.8 s`.",
  },
  "invalid-count": {
    severity: "error",
    kind: "records",
    title: "A count cannot be read",
    explanation: `A count is a number of cases out of all cases: \`22/200\`. It says more than the percentage, because
the number of cases decides how sure the figure is. Counts are whole numbers, of at least one case and at most ten
million.`,
    fix: "Write it as `22/200`.",
  },
  "count-exceeds-total": {
    severity: "error",
    kind: "records",
    title: "A count is larger than its total",
    explanation: `More cases were counted than there were. Usually the two numbers are swapped, or one of them comes
from another run.`,
    fix: "Write the part first, then the whole: `22/200`.",
  },
  "invalid-id": {
    severity: "error",
    kind: "records",
    title: "An id has a character that is not allowed",
    explanation: `Ids are typed every day and become file names, so they are short and the same on every disk and
keyboard: lower-case letters from a to z, digits, hyphens and underscores, beginning with a letter or digit, at most
64 characters. Names of devices on Windows, such as \`con\`, are refused.`,
    fix: "Write it as the hint shows. The text that people read belongs in `metric` or `statement`.",
  },
  "fields-conflict": {
    severity: "error",
    kind: "records",
    title: "Two fields exclude each other",
    explanation: `Two fields say the same thing in two ways and could disagree: a result with both a count and a value,
a kill criterion that both the evidence and a person decide, a line of time that is both hours and a meeting. Only one
of them can stay.`,
    fix: "Keep the field that you mean. Write two facts as two items of the list.",
  },
  "range-out-of-order": {
    severity: "error",
    kind: "records",
    title: "A range is not in order",
    explanation: `The low figure of a range must not be above the likely one, nor the likely one above the high one.
One of the three was mistyped.`,
    fix: "Put the figures in order: `low <= likely <= high`.",
  },
} as const satisfies Record<string, CatalogueEntry>;
