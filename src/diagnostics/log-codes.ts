import type { CatalogueEntry } from "./catalogue-entry.ts";

/** The log: gaps, dates, corrections, and what must not be in it. */
export const LOG_CODES = {
  "log-silent": {
    severity: "warning",
    kind: "due",
    title: "The log has been silent for two working days",
    explanation: `Two whole working days of the timebox passed without an entry. Memory changes what was not written
down on the day, and hours and tokens that nobody logged are the hidden cost of a PoC. A line a day is enough, and
"nothing worked" is a line.`,
    fix: '`poc log --date yesterday "…"` for what you still remember.',
  },
  "log-without-hours": {
    severity: "warning",
    kind: "due",
    title: "Three working days without hours",
    explanation: `The charter plans hours (\`hours_cap\` or \`hours_a_day\`). There are entries, but for three whole
working days none of them says how long anybody worked. People's time is most of the cost of a PoC, and no invoice shows
it. Hours that are not written down on the day stay hidden.`,
    fix: "Log the hours of each day that you still remember: `poc log --date yesterday --hours 6`.",
  },
  "entry-in-future": {
    severity: "error",
    kind: "breach",
    title: "An entry is dated in the future",
    explanation: `The time of the entry is still ahead, by more than the few minutes by which clocks differ. The entry
does not count until then. Either the date was mistyped, or a clock is wrong.`,
    fix: "Correct `at` in the entry, or the clock of the machine that wrote it.",
  },
  "entry-outside-timebox": {
    severity: "warning",
    kind: "breach",
    title: "Work was logged outside the timebox",
    explanation: `Results, money or hours are logged before the first day or after the last. They count, because money
spent is spent. But the memo claims a fixed time, and this was outside it. Notes, answers and decisions may come at any
time.`,
    fix: `Correct the date if it is mistyped. If more time was agreed, \`poc amend --extend DAYS\`; otherwise stop and
decide.`,
  },
  "entry-after-decision": {
    severity: "warning",
    kind: "breach",
    title: "Work went on after the decision",
    explanation: `Results, money or hours are logged after somebody decided. After a no-go nobody agreed to this work;
after a go it belongs to the next gate, with its own budget and its own question.`,
    fix: `Log it where it belongs. If it changes the picture, a new decision supersedes the old one: \`poc decide
--supersede\`.`,
  },
  "undo-refused": {
    severity: "error",
    kind: "breach",
    title: "A correction tries to undo something final",
    explanation: `A correction withdraws a fact that was logged by mistake. The start, an amendment, a decision and the
passage of a gate are not facts but acts of people. If one more line could take them back, no agreement or decision
would be final. The correction stays in the log and has no effect. \`poc undo\` refuses it, so the entry was probably
written by hand.`,
    fix: `Change terms with \`poc amend\`, and a decision with \`poc decide --supersede\`. To hide the correction,
\`poc undo\` it.`,
  },
  "secret-in-log": {
    severity: "warning",
    kind: "breach",
    title: "An entry seems to contain a key or a password",
    explanation: `A text of an entry looks like a well-known token: a key of a cloud or model provider, a repository
token, a private key, a password in an address. The log is in git, and git copies it wherever the repository goes. The
tool never shows the value: \`show\`, memos and pages have \`[masked: …]\` in its place. Every command that stores a
text refuses such a text, unless you add \`--allow-secret\`.

Improvised credentials are a bad sign in any PoC: standard identities and a vault are cheaper from the beginning.`,
    fix: `Revoke the secret first: copies may be anywhere. Then edit it out of the entry and commit. The history still
contains it until you rewrite it: \`git filter-repo --replace-text FILE\`, with the secret on a line of FILE. Then
force-push, and let everybody clone again. If it is not a secret, leave it: a warning fails no check.`,
  },
} as const satisfies Record<string, CatalogueEntry>;
