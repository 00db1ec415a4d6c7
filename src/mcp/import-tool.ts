import { columnRoles } from "../app/import/column-roles.ts";
import { importFiles } from "../app/import/import-files.ts";
import { KNOWN_COSTS, KNOWN_FORMATS } from "../app/import/known-formats.ts";
import { EXIT } from "../app/ports/exit.ts";
import { importedText, importPlanText } from "../output/answers/import-answer.ts";
import { envelopeJson } from "../output/json/envelope-json.ts";
import { importJson } from "../output/json/import-json.ts";
import { STYLE } from "./reading-tools.ts";
import { inputOf, textField, textOf, textsField, textsOf, WHOLE, type Tool } from "./tool.ts";

/** Results from files of other tools. The first call shows what would be stored; storing needs a call of its own. */
export const IMPORT_TOOL: Tool = {
  name: "import",
  title: "Import results from files",
  description:
    "Results, money and hours from files of other tools in the PoC folder: eval runs, test reports, bills. Shows " +
    "what would be stored, and stores nothing unless store is true. Importing the same file twice adds nothing. " +
    "Cases that broke are counted separately and are in no figure.",
  input: inputOf(
    {
      files: textsField("Paths in the PoC folder: runs/results.json."),
      store: {
        type: "boolean",
        description: "Store the entries. Call the tool without it first, and read the answer.",
      },
      from: { type: "string", enum: KNOWN_FORMATS, description: "The format, if it is not recognised." },
      eval: textsField("The evals for which the file has results."),
      map: textsField('Which figure is which eval\'s: "passed=wrong-rate".'),
      arm: textsField('The names of the arms: "gpt-4.1=today".'),
      columns: textsField('What the columns of a table mean: "case=qid".'),
      rows: textField("Where the list of cases is in a JSON document: results.results."),
      only: textsField('Only money and hours with this label: "project=proj_1".'),
      cost: {
        type: "string",
        enum: KNOWN_COSTS,
        description: "For a FOCUS bill: the invoiced cost, or the effective cost.",
      },
      since: textField("Leave out older rows: start (of the timebox), all, or a day."),
      date: textField("The day of a file that does not contain its date."),
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
