import { attestableItems } from "../app/checklists/attestable-items.ts";
import { logEntry } from "../app/log/log-entry.ts";
import { attestedItem } from "../app/log/facts/read-answers.ts";
import { openPoc } from "../app/poc/open-poc.ts";
import { EXIT } from "../app/ports/exit.ts";
import { RuleFault } from "../app/ports/faults.ts";
import type { Context } from "../app/ports/ports.ts";
import { EXIT as EXIT_LIST } from "../domain/records/checklist-items.ts";
import { logAnswer } from "../output/answers/log-answer.ts";
import { entryJson } from "../output/json/entry-json.ts";
import { envelopeJson } from "../output/json/envelope-json.ts";
import { STYLE } from "./reading-tools.ts";
import { inputOf, textField, textOf, textsField, textsOf, WHOLE, type Given, type Tool } from "./tool.ts";

/** An entry in the log, in the name of the person whose machine it is, marked with what wrote it. */
export const LOG_TOOL: Tool = {
  name: "log",
  title: "Add an entry to the log",
  description:
    "One entry: what happened, what it cost, what was measured. Entries are only added; nothing is rewritten. With " +
    "an unknown id nothing is stored. Bad news is stored like good news. Say where the raw run is (evidence), and " +
    "log only figures that were measured. The entry carries your name and that of the person.",
  input: inputOf({
    note: textField("What happened, in words."),
    eval: textsField('Results: "wrong-rate=22/200"; or read from a file in the PoC folder: "latency=@runs/a.csv#ms".'),
    arm: textField("The variant that was measured, or that did the tasks."),
    model: textField("The model that was measured, with its version."),
    evidence: textField("Where the raw run is: a path in the PoC folder or a link."),
    dataset: textField("sha256 of the data that it was measured on."),
    tasks: textsField('Tasks that succeeded, of those tried: "262/300".'),
    latency: textField('With tasks: average response time: "1.8s".'),
    review: textField('With tasks: average review time per output: "30s".'),
    spend: textsField('Money spent: "12.40", "14 USD:tokens", "90 EUR:data:labelling".'),
    category: textField("Category of amounts that name none."),
    tokens: textsField(
      'Tokens used, at the prices in costs.yaml: "gpt-4.1=1.2M/310k cached 800k"; also written, written-1h, ' +
        "above, batch.",
    ),
    basis: textField("How well the amounts are known: billed, metered or estimated."),
    replaces: textsField("Ids, or a category, whose metered or estimated amounts this bill replaces."),
    hours: textsField('Hours of a person: "2", "1h30m", "1.5:harness".'),
    meeting: textsField('A meeting: "0.5x4: Review with security".'),
    assume: textsField('Whether an assumption is true: "corpus-is-clean=holds".'),
    risk: textsField('Level of a risk: "pii-in-traces=high"; a new one needs ":text".'),
    attest: textsField('A checklist item is done, and the link that shows it: "mvp.ci-cd=https://…".'),
    date: textField("yesterday, a weekday, 2026-11-25; by default today."),
    at: textField("16:20; by default now."),
    ...WHOLE,
  }),
  readOnly: false,
  async call(context, given) {
    await refusePeoplesItems(context, textsOf(given, "attest"));
    const result = await logEntry(context, { ...requestOf(given), ...NOT_TAKEN });
    return {
      exitCode: EXIT.fine,
      text: logAnswer(result, STYLE),
      diagnostics: result.diagnostics,
      whole: () =>
        envelopeJson(
          "log",
          result,
          { entry: entryJson(result.entry, result.standing), file: result.entry.file, readings: result.readings },
          context.cwd,
        ),
    };
  },
};

/** What only a person may state or confirm. */
const NOT_TAKEN = {
  directory: undefined,
  answers: [],
  labels: [],
  focus: undefined,
  by: undefined,
  allowSecret: false,
  yes: false,
} as const;

function requestOf(given: Given) {
  const [one, all] = [(name: string) => textOf(given, name), (name: string) => textsOf(given, name)];
  // A lone "-" is the sign for standard input, which is the protocol's here.
  const note = one("note") === "-" ? "" : one("note");
  return {
    text: note ?? "",
    pieces: note === undefined ? [] : [note],
    results: all("eval"),
    arm: one("arm"),
    model: one("model"),
    evidence: one("evidence"),
    dataset: one("dataset"),
    tasks: all("tasks"),
    latency: one("latency"),
    review: one("review"),
    spend: all("spend"),
    category: one("category"),
    tokens: all("tokens"),
    basis: one("basis"),
    replaces: all("replaces"),
    hours: all("hours"),
    meetings: all("meeting"),
    assumptions: all("assume"),
    risks: all("risk"),
    attest: all("attest"),
    date: one("date"),
    time: one("at"),
    asNote: true,
  };
}

/** Exit criteria, gates and items for people only: an agent has no word to give there. */
async function refusePeoplesItems(context: Context, attested: readonly string[]): Promise<void> {
  if (attested.length === 0) return;
  const { items, ofGates } = await attestableItems(context, await openPoc(context, undefined));
  const kept = attested.filter((text) => {
    const id = attestedItem(text);
    return id.startsWith(`${EXIT_LIST}.`) || ofGates.has(id) || items.get(id)?.peopleOnly === true;
  });
  if (kept.length === 0) return;
  const commands = kept.map((text) => `poc log --attest "${text.slice(0, 200)}"`);
  throw new RuleFault(
    `only a person can attest ${kept.map(attestedItem).join(", ")}; nothing was stored`,
    `ask the person to type: ${commands.join("; ")}`,
  );
}
