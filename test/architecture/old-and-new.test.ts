import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** Everything that the tool may say, as one text: what a source breaks over lines is whole again. */
const SAID = ["src", "templates", "README.md", "docs", "skills"]
  .flatMap((name) => filesOf(join(ROOT, name)))
  .map((file) => readFileSync(file, "utf8"))
  .join("\n")
  .replace(/["`]\s*\+\s*["`]/g, "")
  .replace(/\s+/g, " ")
  .toLowerCase();

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|md|hbs|ya?ml)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("a phrase that read as a translation, and what is said now", () => {
  test.each([
    ["plausible range holds the target", "the target lies inside the plausible range, so it could be either"],
    ["first held on day", "} was ${sinceclause("],
    ["never held; it is cleared", "never tripped"],
    ["first fell short of its target", "missed its target"],
    ["the work met its end", "stopped: "],
    ["what was needed was shown", '"yes"'],
    ["what was needed was not reached", '"no"'],
    ["it cannot be told:", "cannot be judged"],
    ["where at least 40% fewer was needed", "was needed"],
    ["a kill criterion that is tripped ends the work", "a kill criterion was tripped."],
    ["still unmeasured or unsettled when the timebox is over", "not everything was proven."],
    ["exit criteria that are open have to be closed first", "some exit criteria are still open."],
    [
      "every primary target is met, every kill criterion cleared",
      "all kill criteria cleared, all exit criteria closed.",
    ],
    ["misses its target, which does not decide", "missed its target"],
    ["of the draws meet", "the chance of meeting"],
    ["figures that nobody measured", "of the annual benefit depends on"],
    ["rests on mere assertion", "only asserted"],
    ["is merely asserted", "inputs have a source"],
    ["it meets the threshold that was set up front", "it meets the agreed threshold"],
    ["they take it that all of these users", "this assumes that everyone uses it from month one"],
    ["is the figure at which the threshold is just met", "break-even: the value at which the threshold is just met"],
    ["| would have to be |", "| break-even |"],
    ["eight of ten draws", "80% range"],
    ["drawn as a triangle and by itself", "distributions and independent inputs"],
    ["is sunk and in none of these figures", "not part of these figures"],
    ["which alone turns the answer", "alone could change the answer"],
    ["eur a good one", "a successful one"],
    ["time people look at an output", "average review time per output"],
    ["time of an output, in the mean", "average response time"],
    ["only the figure with all token spend holds it", "it is included only in"],
    ["people's review of a year of production", "review work in a year of production"],
    ["on no invoice", "of the cost is staff time, which no invoice shows"],
    ["high, for the records say", ", because {{raised}}"],
    ["for want of an exchange rate", "because there is no exchange rate"],
    ["working days of the timebox was changed", "the timebox was ${way} from"],
    ["the state of worse-than-today was", '"tightened" : "relaxed"'],
    ["is wider for the picking", "its range is widened because it was the best of"],
    ["counts only where it is beyond doubt, at", "its planned run was judged before; a rerun"],
    ["earlier looks are paid for in its range", "allows for the earlier looks"],
    ["half as many go wrong as the target allows, for want", "so half the failures that the target allows"],
    ["looks before it and further arms cost a little", "chance of a false verdict"],
    ["half as many are taken to go wrong", "half the allowed failures are assumed"],
    ["moves no goalposts", "changes nothing that was agreed"],
    ["ahead: the gate before is not passed", "not reached: the previous gate comes first"],
    ["begun, and the gate before is not passed", "begun before the previous gate was passed"],
    ["not passed, and no condition is open", "ready to pass"],
    ["nothing yet: the gate before", "nothing is asked for yet."],
    ["reckoned from when the gate before", "from the day the previous gate is passed"],
    ["nobody has looked for signs of it", "the log shows no sign of it."],
    ["how people get it wrong", "watch out for"],
    ["asked for because of a business problem", "reasons: {{motivation}}"],
    ["and no hypothesis hangs on it", "measured, but tests no assumption:"],
    ["so they say nothing of what it asks for", "so they do not count for it:"],
    [
      "whoever wishes it well is asked",
      "you ask the people who want it to work, and not those who would have broken it",
    ],
    ["becomes a monster of parts", "turns into a frankenstein product"],
    ["love stands in for proof", "enthusiasm replaces evidence"],
    ["by steps that each look small", "one small step at a time"],
    ["the plan by which it is attacked", "a red-team plan"],
    ["as a question that figures can answer", "as a question that data can answer"],
    ["goes past a person first", "a person approves whatever is sensitive or irreversible"],
    ["for every answer it can be found out", "every answer can be traced"],
    ["can still be opened by who was not there", "can still be opened by somebody new"],
    ["tasks done as they should be", "done right"],
    ["in place of what", "replaces the estimate"],
    ["say how high the risk is", "rate this risk: "],
    ["have it agreed that", "get ${"],
    ["close what is open of gate", "close the open ${"],
    ["expected the person who decides and would fund", "name the person who decides and would fund what follows"],
    ["cannot be reckoned", "cannot be calculated"],
    ["an own decision memo", "your own decision memo"],
    ["from which severity on to fail", "fail at this severity or above"],
    ["because they rule the recommendation", "because the recommendation depends on them"],
    ["exit is fixed, the others are files", "exit cannot be changed"],
    ["judge as of the end of that day", "show the state at the end of that day"],
    ["it is the one who is asked on the last day", "who has to answer on the last day"],
    ["stands otherwise in the files", "differs in the files from what was agreed"],
    ["where the reason tells the slip", "if the reason explains the slip"],
    ["are no code of a currency", "not a currency code"],
    ["is none of those that belong there", "unknown key"],
    ["which is not heeded", "ignored"],
    ["until it is mended", "until it is fixed"],
    ["what came from the cache is billed once", "cached tokens are not counted twice"],
    ["reading the log every day is paid for", "looking every day has a price"],
    ["found what is no yaml", "not valid yaml"],
    ["recommended was go", "was recommended"],
    ['" is no outcome', "expected one of"],
    ["reckoning currency", "currency of the cap"],
    ["nothing opens $editor", "then opens $editor"],
    ["no value of it reaches", "no value reaches the threshold"],
    ["line`back`, [cell(line`poc undo", "line`undo`, [cell(line`poc undo"],
  ])("not %j, but %j", (old, now) => {
    expect(SAID.includes(old)).toBe(false);
    expect(SAID).toContain(now);
  });
});
