import { GATE_EVIDENCE_NAMES } from "../../domain/records/gate.ts";
import { SIGN_NAMES } from "../../domain/records/gate.ts";
import type { Gate, GateArtifact, GateItem, GateQuestion, Pitfall } from "../../domain/records/gate.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { checked, fields, list, mapped, optional, required, type Field, once } from "./field.ts";
import { choice, flag, id, parsedText, text } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** A gate without what the name of its file says. */
export type WrittenGate = Omit<Gate, "id" | "number">;

const NONE: readonly never[] = [];

export const gateSchema = once((): Field<WrittenGate> =>
  mapped(
    fields({
      title: required(text(), "Title", "The name of the gate.", "Proof of value"),
      purpose: required(
        text(),
        "Purpose",
        "What passing it shows.",
        "Show measurable value, with real users and real data, in a sandbox.",
      ),
      entry: optional(list(item()), "Entry", "Conditions to begin. The gate cannot be passed while one is open.", [
        { id: "sandbox", text: "There is a sandbox with real data" },
      ]),
      exit: required(list(item()), "Exit", "Conditions to pass it.", [
        { id: "budget", text: "The budget of the MVP is committed", evidence: "budget-named" },
      ]),
      artifacts: optional(list(artifact()), "Artifacts", "What the gate leaves behind.", [
        { id: "value-model", text: "The value model", file: "value.yaml" },
      ]),
      questions: optional(list(question()), "Questions", "Questions for its document that only a person can answer.", [
        { id: "left-out", text: "Who was left out?" },
      ]),
      pitfall: required(pitfall(), "Pitfall", "What to watch out for.", {
        text: "Friendly users",
        signs: ["left-out-unsaid"],
      }),
      dropped: optional(
        text(),
        "Dropped",
        "The reason why this organisation does not need the gate. The gate is then shown and skipped.",
        "Pilots are run by another group",
      ),
    }),
    ({ title, purpose, entry, exit, artifacts, questions, pitfall: warned, dropped }): WrittenGate =>
      withoutUndefined({
        title,
        purpose,
        entry: entry ?? NONE,
        exit,
        artifacts: artifacts ?? NONE,
        questions: questions ?? NONE,
        pitfall: warned,
        dropped,
      }),
  ),
);

const itemShape = () => ({
  id: required(id(), "Id", "Short name by which the log refers to it, after the id of the gate.", "target-met"),
  text: required(
    text(),
    "Text",
    "The condition, as a sentence that is true or false.",
    "The target is met with real users and data",
  ),
  closed_by: optional(text(), "Closed by", "What to do while it is open.", "measure every primary eval again"),
  evidence: optional(
    choice(GATE_EVIDENCE_NAMES),
    "Evidence",
    "The name of the check of the records that answers it. Without it, only a person can answer.",
    "target-met-since",
  ),
  checklist: optional(
    id(),
    "Checklist",
    "The name of a checklist that has to be complete. Its items are attested one by one.",
    "mvp",
  ),
  attestable: optional(
    flag(),
    "Attestable",
    "Whether a person may close it with a link if the records leave it open. True unless stated.",
    false,
  ),
  waivable: optional(
    flag(),
    "Waivable",
    "Whether it may be waived, with a reason and until a day. True unless stated.",
    false,
  ),
});

function item(): Field<GateItem> {
  return checked(fields(itemShape()), (written): Parsed<GateItem> => {
    const made = itemOf(written);
    if (made.evidence !== undefined && made.checklist !== undefined)
      return problem("fields-conflict", "one of evidence and checklist");
    if (written.checklist !== undefined && written.attestable === true)
      return problem(
        "fields-conflict",
        "no attestable: true with checklist, because its items are attested one by one",
      );
    return made.attestable || (made.evidence ?? made.checklist) !== undefined
      ? ok(made)
      : unclosable("evidence or checklist");
  });
}

function artifact(): Field<GateArtifact> {
  const shape = fields({
    ...itemShape(),
    file: optional(
      fileName(),
      "File",
      "A file of the PoC folder; `*` stands for any part of its name.",
      "value.yaml",
      "runs/*.csv",
    ),
    document: optional(id(), "Document", "A document in memos/, as `poc memo` calls it.", "decision"),
  });
  return checked(shape, (written): Parsed<GateArtifact> => {
    const { evidence, checklist, file, document } = written;
    if ([evidence, checklist, file, document].filter((one) => one !== undefined).length > 1)
      return problem("fields-conflict", "one of evidence, checklist, file and document");
    if (checklist !== undefined && written.attestable === true)
      return problem(
        "fields-conflict",
        "no attestable: true with checklist, because its items are attested one by one",
      );
    const made: GateArtifact = withoutUndefined({ ...itemOf(written), file, document });
    return made.attestable || (evidence ?? checklist ?? file ?? document) !== undefined
      ? ok(made)
      : unclosable("evidence, checklist, file or document");
  });
}

function unclosable(what: string): Parsed<never> {
  return problem("fields-conflict", `${what} beside attestable: false, for nothing else could close it`);
}

interface WrittenItem {
  readonly id: string;
  readonly text: string;
  readonly closed_by?: string | undefined;
  readonly evidence?: GateItem["evidence"] | undefined;
  readonly checklist?: string | undefined;
  readonly attestable?: boolean | undefined;
  readonly waivable?: boolean | undefined;
}

function itemOf(written: WrittenItem): GateItem {
  const { id: name, text: said, closed_by: closedBy, evidence, checklist, attestable, waivable } = written;
  return withoutUndefined({
    id: name,
    text: said,
    closedBy,
    evidence,
    checklist,
    attestable: attestable ?? checklist === undefined,
    waivable: waivable ?? true,
  });
}

function question(): Field<GateQuestion> {
  return fields({
    id: required(id(), "Id", "Short name by which the log refers to it, after the id of the gate.", "left-out"),
    text: required(text(), "Text", "The question.", "Who was left out, and would they have made it look worse?"),
  });
}

function pitfall(): Field<Pitfall> {
  const shape = fields({
    text: required(text(), "Text", "What it warns of.", "Friendly users: you ask the people who want it to work"),
    signs: optional(list(choice(SIGN_NAMES)), "Signs", "Which signs of it a log can show.", ["left-out-unsaid"]),
  });
  return mapped(shape, ({ text: said, signs }): Pitfall => ({ text: said, signs: signs ?? NONE }));
}

/** Names within the PoC folder only: no way up, no root, no hidden files. */
const FILE_PATTERN = "^[A-Za-z0-9_*-][A-Za-z0-9_.*-]*(/[A-Za-z0-9_*-][A-Za-z0-9_.*-]*)*$";

function fileName(): Field<string> {
  const expected = "the name of a file in the PoC folder, such as value.yaml or runs/*.csv";
  return parsedText({ type: "string", pattern: FILE_PATTERN }, expected, (written): Parsed<string> => {
    const folder = written.slice(0, written.lastIndexOf("/") + 1);
    if (!new RegExp(FILE_PATTERN).test(written) || written.length > 200) return problem("invalid-value", expected);
    return folder.includes("*")
      ? problem("invalid-value", "a star in the name of the file only, not of its folder")
      : ok(written);
  });
}
