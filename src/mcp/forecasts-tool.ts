import { compareForecasts } from "../app/follow-up/compare-forecasts.ts";
import { readFollowUp } from "../app/follow-up/read-follow-up.ts";
import { EXIT } from "../app/ports/exit.ts";
import { calibrationJson } from "../output/follow-up/calibration-json.ts";
import { calibrationText } from "../output/follow-up/calibration-text.ts";
import { followUpStateJson } from "../output/follow-up/follow-up-json.ts";
import { followUpText } from "../output/follow-up/follow-up-text.ts";
import { envelopeJson, libraryEnvelopeJson } from "../output/json/envelope-json.ts";
import { STYLE } from "./reading-tools.ts";
import { AS_OF, inputOf, textOf, WHOLE, type Given, type Served, type Tool, type ToolAnswer } from "./tool.ts";

/** What was promised and what came true. Only people may say what came true: see `PEOPLE_ACTS`. */
export const FORECASTS_TOOL: Tool = {
  name: "forecasts",
  title: "What a go promised, and what came true",
  description:
    "Of this PoC: what its go promised, which follow-ups are due, and the actual figures that people gave. With " +
    "report: how far the forecasts of the portfolio were off, by kind and by team. Nothing is stored: what came true " +
    "is for a person to say, with poc followup.",
  input: inputOf({
    report: {
      type: "boolean",
      description: "Of all PoCs of the portfolio that the person named when starting the server, else of this one.",
    },
    ...AS_OF,
    ...WHOLE,
  }),
  readOnly: true,
  call: (context, given) => (given["report"] === true ? report(context, given) : ofThisPoc(context, given)),
};

async function ofThisPoc(context: Served, given: Given): Promise<ToolAnswer> {
  const { result } = await readFollowUp(context, undefined, textOf(given, "as_of"));
  const { promised, lines, standing, ofRecords } = result;
  const data = () => ({ entry: null, file: null, ...followUpStateJson(promised, lines) });
  return {
    exitCode: standing.unreadable.length > 0 ? EXIT.records : EXIT.fine,
    text: followUpText(result, STYLE),
    diagnostics: ofRecords,
    whole: () => envelopeJson("followup", result, data(), context.cwd),
  };
}

async function report(context: Served, given: Given): Promise<ToolAnswer> {
  const { portfolio } = context;
  const around = { ...context, files: portfolio.files, cwd: portfolio.cwd };
  const found = await compareForecasts(around, { named: [portfolio.named], asOf: textOf(given, "as_of") });
  return {
    exitCode: found.notRead.length > 0 ? EXIT.records : EXIT.fine,
    text: calibrationText(found, portfolio.cwd, STYLE),
    diagnostics: [],
    whole: () => libraryEnvelopeJson("followup --report", calibrationJson(found, portfolio.cwd)),
  };
}
