import { termNames } from "../../domain/records/term-names.ts";
import type { Command } from "../command.ts";
import { count, text, texts } from "../flag.ts";
import { ALLOW_SECRET, BY, FORMAT, QUIET } from "../flags.ts";

export const amendCommand = {
  name: "amend",
  group: "Decide",
  summary: "change a frozen term, with reason and approver",
  description:
    "Without --set, --unset or --extend it records every edit in the files; with them, only what they name. The " +
    "amendment says whether results for the criterion had already been seen.\n\n" +
    `Frozen terms, with the id of an eval or kill criterion as ID: ${termNames().join(", ")}. ` +
    "Of costs.yaml: costs.currency, costs.exchange.CODE, costs.hourly_rates.NAME.",
  args: {},
  flags: {
    set: texts("<term=value>", "the term and its new value, a list or a map as in YAML; edits only that value"),
    unset: texts("<term>", "a term to remove; it is removed from the file too"),
    extend: count("<days>", "working days to add to the timebox"),
    clear: text("<id>", "clear a kill criterion that was tripped; otherwise it stays tripped"),
    reason: text("<text>", "why it is changed"),
    approver: text("<person>", "who approved the change"),
    ...ALLOW_SECRET,
    ...BY,
    ...QUIET,
    ...FORMAT,
  },
  examples: [
    { line: 'poc amend --reason "Vendor delivered late" --approver "Marta Weiss"', what: "record what was edited" },
    { line: 'poc amend --set spend_cap="2500 EUR" --reason "…" --approver "Marta Weiss"', what: "edit and record" },
    {
      line: 'poc amend --extend 3 --reason "…" --approver "Marta Weiss"',
      what: "one extension is normal; a second is reported",
    },
    {
      line: 'poc amend --clear no-better --reason "…" --approver "Marta Weiss"',
      what: "what was tripped at the end of a day stays tripped until somebody clears it",
    },
  ],
} satisfies Command;
