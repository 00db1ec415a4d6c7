import { type Checklist, type ChecklistItem, ASKED_WHEN } from "../../domain/records/checklist-items.ts";
import { ITEM_EVIDENCE_NAMES } from "../../domain/records/checklist-items.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { checked, fields, list, mapped, optional, required, type Field, once } from "./field.ts";
import { choice, id, text } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";
import { ROLES } from "../../domain/scalars/person.ts";

const LONGEST_LINE = 500;
const LONGEST_COMMAND = 2000;

/** A list of `templates/checklists/`, by the name of its file. */
export const checklistSchema = once((): Field<Checklist> =>
  mapped(
    fields({
      checklist: required(listName(), "Checklist", "Its name: that of the file without .yaml.", "teardown"),
      title: required(oneLine("a title", LONGEST_LINE), "Title", "Its heading.", "Teardown"),
      purpose: optional(
        oneLine("text", LONGEST_LINE),
        "Purpose",
        "What it is for, in a sentence.",
        "Nothing of the PoC stays behind that costs money or leaks data.",
      ),
      asked: optional(
        choice(ASKED_WHEN),
        "Asked",
        "When its items are due to be worked on. `always` unless stated.",
        ...ASKED_WHEN,
      ),
      items: required(list(checklistItem()), "Items", "What has to be true.", [
        { id: "keys-revoked", text: "Every key of the PoC is revoked", role: "platform" },
      ]),
    }),
    ({ checklist: name, title, purpose, asked, items }): Checklist => ({
      name,
      title,
      purpose: purpose ?? "",
      asked: asked ?? "always",
      items: items.map((item) => withClosing(name, item)),
    }),
  ),
);

/** The name becomes part of file names and of the footer of documents. */
function listName(): Field<string> {
  return checked(id(), (name): Parsed<string> =>
    /^[a-z0-9-]{1,40}$/.test(name)
      ? ok(name)
      : problem("invalid-id", "a name of at most 40 lower-case letters, digits and hyphens"),
  );
}

type WrittenItem = Omit<ChecklistItem, "closedBy"> & { readonly closedBy?: string };

/** Answered in one way: by what the records say, by a command, or by a person. */
function checklistItem(): Field<WrittenItem> {
  return checked(
    fields({
      id: required(id(), "Id", "Short name by which the log refers to it.", "keys-revoked"),
      text: required(
        oneLine("text", LONGEST_LINE),
        "Text",
        "What is true when it is done.",
        "Every key of the PoC is revoked",
      ),
      closed_by: optional(
        oneLine("text", LONGEST_LINE),
        "Closed by",
        "What to do while it is open.",
        "revoke them, and attest it with a link to the ticket",
      ),
      evidence: optional(
        choice(ITEM_EVIDENCE_NAMES),
        "Evidence",
        "The name of the check of the records that answers it. If the records leave it open, a person may answer.",
        ...ITEM_EVIDENCE_NAMES,
      ),
      check: optional(
        oneLine("a command", LONGEST_COMMAND),
        "Check",
        "A command that passes when it is done. Only `poc checklist NAME --run` runs it.",
        "npm test",
      ),
      cwd: optional(
        oneLine("a folder", LONGEST_LINE),
        "Folder",
        "Where `check` runs, from the PoC folder.",
        "../service",
      ),
      by: optional(choice(["person"]), "By", "Only a person may tick it, not the records or a command.", "person"),
      role: optional(choice(ROLES), "Role", "The role that has to do it; `poc next` tells them.", ...ROLES),
    }),
    ({ id: name, text: said, closed_by: closedBy, evidence, check, cwd, by, role }): Parsed<WrittenItem> => {
      const ways = [evidence && "evidence", check && "check", by && "by: person"].filter((way) => way !== undefined);
      if (ways.length > 1)
        return problem(
          "fields-conflict",
          "one way to answer it: evidence (the records answer), check (a command answers) or by: person",
          { found: ways.join(" and ") },
        );
      if (cwd !== undefined && check === undefined) return problem("fields-conflict", "cwd only beside check");
      if (cwd !== undefined && /^[\\/~]|^[A-Za-z]:/.test(cwd))
        return problem("invalid-value", "a folder relative to the PoC folder, such as ../service", {
          found: `the cwd ${cwd}`,
        });
      return ok(
        withoutUndefined({
          id: name,
          text: said,
          closedBy,
          evidence,
          check,
          cwd,
          role,
          peopleOnly: by === undefined ? undefined : (true as const),
          attestable: check === undefined,
        }),
      );
    },
  );
}

function withClosing(list: string, item: WrittenItem): ChecklistItem {
  return {
    ...item,
    closedBy:
      item.closedBy ??
      (item.check === undefined ? "attest it with a link that shows it" : `poc checklist ${list} --run`),
  };
}

function oneLine(expected: string, longest: number): Field<string> {
  return checked(text(expected, longest), (written): Parsed<string> => {
    // A folded YAML text ends with a line end that nobody intended.
    const line = written.trim();
    return /[\n\r]/.test(line) ? problem("invalid-value", `${expected}, on one line`) : ok(line);
  });
}
