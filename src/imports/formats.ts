import type { FormatName } from "./format-names.ts";
import type { Format, Head } from "./format.ts";
import { anthropicCosts } from "./formats/anthropic-costs.ts";
import { caseLines } from "./formats/case-lines.ts";
import { ccusage } from "./formats/ccusage.ts";
import { clockify } from "./formats/clockify.ts";
import { deepeval } from "./formats/deepeval.ts";
import { focus } from "./formats/focus.ts";
import { ics } from "./formats/ics.ts";
import { inspect } from "./formats/inspect.ts";
import { junit } from "./formats/junit.ts";
import { klog } from "./formats/klog.ts";
import { litellm } from "./formats/litellm.ts";
import { lmEval } from "./formats/lm-eval.ts";
import { modelPrices } from "./formats/model-prices.ts";
import { openaiCosts } from "./formats/openai-costs.ts";
import { promptfoo } from "./formats/promptfoo.ts";
import { timewarrior } from "./formats/timewarrior.ts";
import { toggl } from "./formats/toggl.ts";
import { watson } from "./formats/watson.ts";
import { isWide, wideFault } from "./text/decode-text.ts";
import { ImportFault } from "./import-problem.ts";

/** Every format. Adding one is a file in formats/, its name in `FORMAT_NAMES`, and a row here. */
export const FORMATS: { readonly [N in FormatName]: Format } = {
  promptfoo,
  inspect,
  deepeval,
  "lm-eval": lmEval,
  junit,
  cases: caseLines,
  "openai-costs": openaiCosts,
  "anthropic-costs": anthropicCosts,
  focus,
  litellm,
  ccusage,
  "model-prices": modelPrices,
  timewarrior,
  watson,
  klog,
  toggl,
  clockify,
  ics,
};

/** Two formats that are so close in how sure they are cannot be told apart. */
const APART = 0.05;

/**
 * The format of a file by its content.
 *
 * @throws ImportFault where it is none of those that are read, or may be two
 */
export function formatOf(head: Head): Format {
  const refused = refusal(head);
  if (refused !== undefined) throw refused;
  const known = Object.values(FORMATS)
    .map((format) => ({ format, sure: format.detect(head) }))
    .filter(({ sure }) => sure > 0)
    .sort((a, b) => b.sure - a.sure);
  const [best, second] = known;
  if (best === undefined)
    throw new ImportFault("its format is not recognised", {
      hint: `name it with --from: ${Object.keys(FORMATS).join(", ")}`,
    });
  if (second !== undefined && best.sure - second.sure < APART)
    throw new ImportFault(`it may be ${best.format.title} or ${second.format.title}`, {
      hint: `name one: --from ${best.format.name} or --from ${second.format.name}`,
    });
  return best.format;
}

/** Files that are never files of results, whatever their names say. */
function refusal({ text, bytes }: Head): ImportFault | undefined {
  if (bytes.length === 0 || (text.trim() === "" && bytes.every((byte) => byte <= 32)))
    return new ImportFault("it is empty");
  if (bytes.length >= 4 && isWide(bytes)) return wideFault();
  if (/^\s*(?:<!doctype html|<html[\s>]|<head[\s>])/i.test(text))
    return new ImportFault("found a page of HTML, expected a file of data", {
      hint: "a login page or an error page was saved instead: download the file again",
    });
  return undefined;
}
