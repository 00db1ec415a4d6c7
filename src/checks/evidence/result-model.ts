import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { valueAt } from "../../diagnostics/place.ts";
import { isFloatingModel } from "../../domain/evidence/model-names.ts";
import type { Entry } from "../../domain/records/entry.ts";
import type { Result } from "../../domain/records/evals/result.ts";
import { isBaselineArm } from "../../domain/records/eval.ts";
import { countLabel, listLabel } from "../../domain/scalars/labels.ts";
import type { Standing } from "../../domain/standing/standing.ts";
import type { Check } from "../check.ts";
import { saying } from "../../domain/records/log.ts";

interface Logged {
  readonly entry: Entry;
  readonly index: number;
  readonly result: Result;
}

/** From this many models on, an arm's figure cannot be assigned to one of them. */
const MIXED = 3;

/** Models are dependencies: a result that does not say which one it is of cannot be repeated. */
export const resultModel: Check = {
  name: "result-model",
  codes: ["result-model-missing", "result-model-floating", "arm-models-mixed"],
  run(standing) {
    const results = saying(standing.log.counted, "results").flatMap((entry) =>
      entry.results.map((result, index): Logged => ({ entry, index, result })),
    );
    return [...missing(standing, results), ...floating(results), ...mixed(results)];
  },
};

/** Only where the records show that models are used. Today's system is measured without one. */
function missing({ log, definitions }: Standing, results: readonly Logged[]): readonly Diagnostic[] {
  const used =
    results.some(({ result }) => result.model !== undefined) ||
    saying(log.counted, "spend").some(({ spend }) => spend.some(({ tokens }) => tokens !== undefined));
  if (!used) return [];
  const without = results.filter(
    ({ result }) =>
      result.model === undefined &&
      !definitions.evals.some((item) => item.id === result.eval && isBaselineArm(item, result.arm)),
  );
  const [first] = without;
  if (first === undefined) return [];
  return [
    {
      code: "result-model-missing",
      message: `found ${countLabel(without.length, "result")} without a model, expected the model and its version`,
      place: place(first),
      hint: "name the model and its version from now on: poc log --eval … --model gpt-4.1-2025-04-14",
    },
  ];
}

function floating(results: readonly Logged[]): readonly Diagnostic[] {
  const byName = new Map<string, Logged>();
  for (const logged of results) {
    const { model } = logged.result;
    if (model !== undefined && isFloatingModel(model) && !byName.has(model)) byName.set(model, logged);
  }
  return [...byName].map(([model, logged]) => ({
    code: "result-model-floating",
    message: `${model} is a name that the vendor moves to other models, expected one with its version`,
    place: valueAt(logged.entry.file, "results", logged.index, "model"),
    hint: "name the version that answered; the API reports it with each answer: --model gpt-4.1-2025-04-14",
  }));
}

function mixed(results: readonly Logged[]): readonly Diagnostic[] {
  const named = results.filter(({ result }) => result.model !== undefined);
  const arms = new Set(named.map(({ result }) => result.arm));
  return [...arms].flatMap((arm) => {
    const logged = named.filter(({ result }) => result.arm === arm);
    const models = [...new Set(logged.map(({ result }) => result.model ?? ""))];
    if (models.length < MIXED) return [];
    const firsts = models.map((model) => logged.find(({ result }) => result.model === model)!);
    return [
      {
        code: "arm-models-mixed" as const,
        message:
          `${arm === "" ? "results without an arm" : `the results of arm ${arm}`} are of ${models.length} models ` +
          `(${listLabel(models)}), expected an arm for each`,
        place: place(firsts.at(-1)!),
        related: firsts.slice(0, -1).map((one) => ({ place: place(one), label: one.result.model ?? "" })),
        hint: "name the arm after what differs: poc log --eval … --arm NAME --model …",
      },
    ];
  });
}

function place({ entry, index }: Logged) {
  return valueAt(entry.file, "results", index);
}
