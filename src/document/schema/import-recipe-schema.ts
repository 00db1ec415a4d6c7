import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { checked, fields, list, mapOf, once, oneOrMore, optional, required, type Field } from "./field.ts";
import { choice, id, text } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** How files of one kind are taken in: what `poc import` is told by flags, kept under a name. */
export interface ImportRecipe {
  readonly id: string;
  /** Relative to the PoC folder; `*` stands for any part of the last name. Either this or `run`. */
  readonly file?: string;
  /** The command that prints what is to be taken in. */
  readonly run?: string;
  readonly from?: string;
  readonly eval?: readonly string[];
  /** Figures of the file by the ids of evals. */
  readonly map?: ReadonlyMap<string, string>;
  /** The name of the only arm. */
  readonly arm?: string;
  /** Names of arms by what the file calls them. */
  readonly arms?: ReadonlyMap<string, string>;
  readonly columns?: ReadonlyMap<string, string>;
  readonly rows?: string;
  readonly only?: ReadonlyMap<string, readonly string[]>;
  /** Of a bill with two costs: what was invoiced, or what was used of what was paid ahead. */
  readonly cost?: "billed" | "effective";
  readonly since?: string;
  readonly date_order?: "ymd" | "mdy" | "dmy";
}

/** One recipe of imports.yaml. */
export const importRecipeSchema = once((): Field<ImportRecipe> =>
  checked(
    fields({
      id: required(id(), "Id", "Short name of the recipe.", "nightly"),
      file: optional(
        text(),
        "File",
        "The file, relative to this folder; * stands for any part of its name.",
        "runs/*.json",
      ),
      run: optional(
        text(),
        "Run",
        "Instead of a file: the command that prints it. Only `poc import` shows and runs it.",
        "npx ccusage daily --json",
      ),
      from: optional(text(), "Format", "The format, if it should not be recognised from the content.", "promptfoo"),
      eval: optional(oneOrMore(id), "Eval", "The evals for which the file has results.", "wrong-rate"),
      map: optional(mapOf(id(), text()), "Map", "The figure of the file for each eval.", { "wrong-rate": "passed" }),
      arm: optional(text(), "Arm", "The name of the only arm of the file.", "reranker-k8"),
      arms: optional(mapOf(text(), text()), "Arms", "The names of the arms here.", {
        "openai:gpt-4.1": "today",
      }),
      columns: optional(mapOf(text(), text()), "Columns", "What the columns of a table mean.", { case: "qid" }),
      rows: optional(text(), "Rows", "Where the list of cases is in a JSON document.", "results.results"),
      only: optional(
        mapOf(
          text(),
          oneOrMore(() => text()),
        ),
        "Only",
        "Which rows of money and hours belong to this PoC.",
        { project: "proj_1" },
      ),
      cost: optional(
        choice(["billed", "effective"]),
        "Cost",
        "For a FOCUS bill: the invoiced cost, or the effective cost with prepayments spread over their use. " +
          "`billed` unless stated.",
        "effective",
      ),
      since: optional(text(), "Since", "`start` of the timebox by default; a day, or `all`.", "start"),
      date_order: optional(
        choice(["ymd", "mdy", "dmy"]),
        "Date order",
        "The order of day and month in dates such as 03/06/2026.",
        "dmy",
      ),
    }),
    (written): Parsed<ImportRecipe> => {
      if (written.file === undefined && written.run === undefined)
        return problem("missing-field", "the file, or the command that prints it", {
          hint: 'write file: runs/*.json, or run: "npx ccusage daily --json"',
        });
      if (written.file !== undefined && written.run !== undefined)
        return problem("fields-conflict", "either file or run");
      return ok(withoutUndefined(written));
    },
  ),
);

export const importRecipesSchema = once(() => list(importRecipeSchema()));
