import { columnRoles } from "../app/import/column-roles.ts";
import { importFiles } from "../app/import/import-files.ts";
import { KNOWN_COSTS, KNOWN_FORMATS } from "../app/import/known-formats.ts";
import { EXIT } from "../app/ports/exit.ts";
import { importedText, importPlanText } from "../output/answers/import-answer.ts";
import { envelopeJson } from "../output/json/envelope-json.ts";
import { importJson } from "../output/json/import-json.ts";
import { STYLE } from "./reading-tools.ts";
import { inputOf, textField, textOf, textsField, textsOf, WHOLE, type Tool } from "./tool.ts";

/** Results from files of other tools. What would be stored is shown first; storing is asked for by itself. */
export const IMPORT_TOOL: Tool = {
  name: "import",
  title: "Take results in from files",
  description:
    "Results, money and hours from files of other tools in the PoC folder: eval runs, test reports, bills. Shows " +
    "what would be stored, and stores nothing unless store is true. Importing the same file twice adds nothing. " +
    "Cases that broke are counted apart and are in no figure.",
  input: inputOf(
    {
      files: textsField("Paths in the PoC folder: runs/results.json."),
      store: { type: "boolean", description: "Store it. Look at the answer without it first." },
      from: { type: "string", enum: KNOWN_FORMATS, description: "The format, where it is not recognised." },
      eval: textsField("Evals that the file has results of."),
      map: textsField('Which figure is which eval\'s: "passed=wrong-rate".'),
      arm: textsField('What the arms are called here: "gpt-4.1=today".'),
      columns: textsField('Columns of a table by what they mean: "case=qid".'),
      rows: textField("Where the list of cases lies in a JSON document: results.results."),
      only: textsField('Of money and hours only what has this: "project=proj_1".'),
      cost: { type: "string", enum: KNOWN_COSTS, description: "Of a FOCUS bill: what was invoiced, or was used." },
      since: textField("Leave out what is older: start (of the timebox), all, or a day."),
      date: textField("The day of a file that does not say when it was made."),
      ...WHOLE,
    },
    ["files"],
  ),
  readOnly: false,
  async call(context, given) {
    const request = {
      directory: undefined,
      files: textsOf(given, "files"),
      from: KNOWN_FORMATS.find((format) => format === given["from"]),
      evals: textsOf(given, "eval"),
      maps: textsOf(given, "map"),
      arms: textsOf(given, "arm"),
      columns: columnRoles(textsOf(given, "columns")),
      at: textOf(given, "rows"),
      only: textsOf(given, "only"),
      cost: KNOWN_COSTS.find((cost) => cost === given["cost"]),
      since: textOf(given, "since"),
      date: textOf(given, "date"),
      by: undefined,
      save: undefined,
      dryRun: given["store"] !== true,
      // What looks like a slip is for a person to confirm.
      yes: false,
      allowSecret: false,
    };
    let plan = "";
    const result = await importFiles(context, request, { plan: (found) => void (plan = importPlanText(found, STYLE)) });
    return {
      exitCode: EXIT.fine,
      text: plan + importedText(result, STYLE),
      diagnostics: result.stored?.diagnostics ?? [],
      whole: () => envelopeJson("import", result.report, importJson(result), context.cwd),
    };
  },
};
