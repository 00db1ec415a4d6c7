import { ok, problem, type Parsed } from "../../scalars/parsed.ts";

/** Who or what decides whether a case passes. */
export interface Judge {
  /** In words: `two agents, and a third if they differ`, `LLM judge`. */
  readonly who: string;
  /** The model that judges, with its version. The judgement of a model has to be compared with people's. */
  readonly model?: string;
  /** The version of its prompt: another prompt is another judge. */
  readonly prompt?: string;
  /** Whether it saw which variant it judged. */
  readonly blinded?: boolean;
}

const PARTS = /^(.*\S) \((model .+|prompt .+|blinded|not blinded)\)$/s;

/** Reads what `judgeText` wrote: `LLM judge (model gpt-4.1, prompt v3, blinded)`; anything else is who judges. */
export function parseJudge(text: string): Parsed<Judge> {
  const said = text.trim();
  if (said === "") return problem("invalid-value", "who or what judges");
  if (said.startsWith("{"))
    return problem("invalid-value", "who or what judges, beside it model, prompt and blinded: yes or no", {
      hint: "write { who: LLM judge, model: gpt-4.1, prompt: v3, blinded: yes }",
    });
  const match = PARTS.exec(said);
  if (match === null) return ok({ who: said });
  const [, who = "", list = ""] = match;
  const found: { model?: string; prompt?: string; blinded?: boolean } = {};
  for (const part of list.split(", ")) {
    const [, key, value] = /^(model|prompt) (.+)$/s.exec(part) ?? [];
    if (key === "model" && value !== undefined) found.model = value;
    else if (key === "prompt" && value !== undefined) found.prompt = value;
    else if (part === "blinded" || part === "not blinded") found.blinded = part === "blinded";
    // Words in brackets that are not ours are part of the judge's name.
    else return ok({ who: said });
  }
  return ok({ who, ...found });
}

export function judgeText({ who, model, prompt, blinded }: Judge): string {
  const parts = [
    model === undefined ? "" : `model ${model}`,
    prompt === undefined ? "" : `prompt ${prompt}`,
    blinded === undefined ? "" : blinded ? "blinded" : "not blinded",
  ].filter((part) => part !== "");
  return parts.length === 0 ? who : `${who} (${parts.join(", ")})`;
}

/** Words that show that a program judges, and words that show that people have checked it. */
const MODEL = /\b(llm|gpt|claude|gemini|mistral|llama|model|ai)\b/i;
const COMPARED = /validat|compared|agree|kappa|spot.?check/i;

/** Whether a program judges whose judgement was never compared with people's, as far as the text says. */
export function needsLabels({ who, model }: Judge): boolean {
  return model !== undefined || (MODEL.test(who) && !COMPARED.test(who));
}
