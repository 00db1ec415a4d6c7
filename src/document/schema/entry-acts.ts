import {
  DECISION_OUTCOMES,
  type Amendment,
  type Attestation,
  type Clearing,
  type Correction,
  type Decision,
  type Start,
  type Timestamp,
  type TermChange,
  type CommandRun,
  RUN_STOPS,
} from "../../domain/records/entry.ts";
import { forecast } from "./entry-forecast.ts";
import { fields, list, mapOf, mapped, optional, required, type Field, checked } from "./field.ts";
import {
  anyText,
  choice,
  date,
  id,
  money,
  person,
  text,
  whole,
  decimalWithin,
  sha256,
  EXAMPLE_HASH,
  instant,
  term,
} from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";
import { type Parsed, problem, ok } from "../../domain/scalars/parsed.ts";

/** Names of terms, entries and checklist items: no prose. */
const LONGEST_NAME = 200;

export function attestation(): Field<Attestation> {
  return mapped(
    fields({
      item: required(text("a checklist item", LONGEST_NAME), "Item", "Checklist and item.", "exit.sponsor-committed"),
      evidence: required(
        text(),
        "Evidence",
        "The evidence: a link, a path, a document.",
        "https://example.com/minutes/12",
      ),
      note: optional(text(), "Note", "Anything else.", "Confirmed in the steering meeting"),
    }),
    ({ item, evidence, note }): Attestation => withoutUndefined({ item, evidence, note }),
  );
}

export function start(): Field<Start> {
  const shape = {
    terms: required(mapOf(term(), anyText()), "Terms", "The terms as they were agreed, by name.", {
      spend_cap: "2000.00 EUR",
    }),
    sha256: optional(sha256(), "Hash", "The hash of the terms; docs/freeze.md defines it.", EXAMPLE_HASH),
    inputs: optional(
      mapOf(term(), anyText()),
      "Inputs",
      "The likely figures of value.yaml at the start. They are not terms; the memo names those that turn its answer.",
      { users: "120" },
    ),
    timestamp: optional(
      mapped(
        fields({
          at: required(instant(), "At", "When it was signed.", "2026-11-23T08:58:12Z"),
          authority: required(anyText(), "Authority", "The signer, according to the certificate.", "Example TSA"),
          token: required(anyText(), "Token", "The time-stamp token (RFC 3161), in base64.", "MIIC0jADAgEA"),
        }),
        ({ at, authority, token }): Timestamp => ({ at, authority, token }),
      ),
      "Time stamp",
      "The confirmation of an authority that the terms existed at that time. Written by `poc start --timestamp`.",
      { at: "2026-11-23T08:58:12Z", authority: "Example TSA", token: "MIIC0jADAgEA" },
    ),
  };
  return mapped(fields(shape), ({ terms, sha256: hash, inputs, timestamp }): Start =>
    withoutUndefined({ terms, sha256: hash, inputs, timestamp }),
  );
}

export function amendment(): Field<Amendment> {
  const change = fields({
    from: optional(anyText(), "From", "The old text of the term; absent if it is new.", "value <= 12%"),
    to: optional(anyText(), "To", "The new text; absent if the term was removed.", "value <= 15%"),
    results_seen: required(
      whole(0, 1_000_000),
      "Results seen",
      "The number of results for the criterion that had been logged by then.",
      0,
    ),
    met: optional(
      fields({
        spent: optional(money(), "Spent", "For a spend cap: the money that had been spent.", "2500.00 EUR"),
        hours: optional(
          decimalWithin({ expected: "hours of zero or more", least: 0 }),
          "Hours",
          "For a cap on hours: the hours that had been logged.",
          44.5,
        ),
        verdict: optional(text("a verdict", LONGEST_NAME), "Verdict", "The verdict on the term until then.", "not met"),
      }),
      "Met",
      "The state of the term when it was changed.",
      { spent: "2500.00 EUR" },
    ),
  });
  return mapped(
    fields({
      reason: required(text(), "Reason", "The reason for the change.", "The vendor moved the date"),
      approver: required(person(), "Approver", "The approver.", "Marta Weiss <marta@example.com>"),
      from_sha256: optional(sha256(), "Hash before", "The hash of the terms before the change.", EXAMPLE_HASH),
      changes: required(mapOf(term(), change), "Changes", "The terms that change, by name.", {
        spend_cap: { from: "2000.00 EUR", to: "2500.00 EUR", results_seen: 2 },
      }),
    }),
    ({ reason, approver, from_sha256: fromSha256, changes }): Amendment => ({
      reason,
      approver,
      ...(fromSha256 === undefined ? {} : { fromSha256 }),
      changes: [...changes].map(([name, { from, to, results_seen: resultsSeen, met }]): TermChange =>
        withoutUndefined({ term: name, from, to, resultsSeen, met: met && withoutUndefined(met) }),
      ),
    }),
  );
}

export function clearing(): Field<Clearing> {
  return fields({
    criterion: required(id(), "Criterion", "Id of the kill criterion that was tripped.", "no-better-than-search"),
    reason: required(text(), "Reason", "Why it no longer ends the work.", "The first run used last year's index"),
    approver: required(person(), "Approver", "The approver.", "Marta Weiss <marta@example.com>"),
  });
}

export function correction(): Field<Correction> {
  return mapped(
    fields({
      entry: required(
        text("the id of an entry", LONGEST_NAME),
        "Entry",
        "Id of the entry that no longer counts.",
        "k7f3q2m",
      ),
      reason: optional(text(), "Reason", "Why.", "Logged twice"),
    }),
    ({ entry, reason }): Correction => withoutUndefined({ entry, reason }),
  );
}

export function decision(): Field<Decision> {
  const condition = fields({
    what: required(text(), "What", "What must be done.", "Sign the data processing agreement"),
    owner: optional(person(), "Owner", "The person who does it.", "Ana Ruiz <ana@example.com>"),
    by: optional(date(), "By", "Until when.", "2026-12-18"),
  });
  return mapped(
    fields({
      outcome: required(choice(DECISION_OUTCOMES), "Outcome", "What was decided.", ...DECISION_OUTCOMES),
      by: required(person(), "By", "Who decided.", "Marta Weiss <marta@example.com>"),
      why: required(text(), "Why", "The reason, in a sentence.", "Wrong answers fell by half at a tenth of the cap"),
      conditions: optional(list(condition), "Conditions", "What the decision depends on.", [
        { what: "Sign the data processing agreement", by: "2026-12-18" },
      ]),
      met: optional(list(text()), "Met", "Conditions of the decision before that are met, word for word.", [
        "Sign the data processing agreement",
      ]),
      recommended: required(text(), "Recommended", "What the tool recommended at that moment.", "go"),
      rule: required(text(), "Rule", "The rule that decided the recommendation.", "everything-met"),
      override: optional(text(), "Override", "Why the recommendation was not followed.", "The pilot customer left"),
      ask: optional(
        text(),
        "Ask",
        "The request: amount, people, place, dates, and what it buys.",
        "20,000 EUR and 20 technicians, south depot, 7 to 18 December",
      ),
      ends: optional(
        text(),
        "What would end it",
        "What would end what comes next.",
        "Fewer than 80 of 100 short queries answered right by 11 December",
      ),
      learned: optional(
        text(),
        "Learned",
        "What was learned, whatever was decided.",
        "Half of the errors are old rules",
      ),
      alternatives: optional(
        text(),
        "Alternatives",
        "What else could be done: nothing, buying, another variant.",
        "Keep today's search; the vendor's assistant at 90,000 EUR a year",
      ),
      retry_if: optional(
        text(),
        "Again if",
        "For a no-go: what would have to change for another try.",
        "The corpus has one current version of each rule",
      ),
      forecast: optional(
        forecast(),
        "Forecast",
        "For a go: what the records promised at that moment, and when people are asked for the actual figures.",
        {
          due: ["2027-03-04", "2027-06-04"],
          lines: [{ kind: "metric", eval: "wrong-rate", better: "lower", figure: "11%", low: "8.3%", high: "14.2%" }],
        },
      ),
    }),
    ({ conditions, retry_if: retryIf, ...said }): Decision => {
      const owed = (conditions ?? []).map((one) => withoutUndefined(one));
      return withoutUndefined({ ...said, retryIf, conditions: owed });
    },
  );
}

const LARGEST_EXIT_CODE = 4_294_967_295;

/** The run of a checklist item's command: it ended with a code, or it was stopped. */
export function commandRun(): Field<CommandRun> {
  return checked(
    fields({
      item: required(text("a checklist item", 200), "Item", "Checklist and item.", "release.tests"),
      command: required(text(), "Command", "The command line in the list.", "npm test"),
      cwd: optional(
        text(),
        "Folder",
        "The folder it ran in, from the PoC folder, if the list names one.",
        "../service",
      ),
      exit: optional(whole(0, LARGEST_EXIT_CODE), "Exit code", "0 is a pass.", 0),
      stopped: optional(choice(RUN_STOPS), "Stopped", "Why it did not end by itself.", ...RUN_STOPS),
      seconds: required(
        decimalWithin({ expected: "seconds of zero or more", least: 0 }),
        "Seconds",
        "How long it took.",
        41.2,
      ),
      output: optional(text(), "Output", "The file in this folder with its output.", "runs/k7f3q2m-tests.txt"),
      output_sha256: optional(sha256(), "Hash of the output", "sha256 of that file.", EXAMPLE_HASH),
      tail: optional(text(), "Tail", "The last line that it printed.", "12 passed"),
    }),
    ({ output_sha256: outputSha256, ...run }): Parsed<CommandRun> => {
      if ((run.exit === undefined) === (run.stopped === undefined))
        return problem(run.exit === undefined ? "missing-field" : "fields-conflict", "either exit or stopped");
      return ok(withoutUndefined({ ...run, outputSha256 }));
    },
  );
}
