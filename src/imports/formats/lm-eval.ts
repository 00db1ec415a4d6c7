import { CaseCollector } from "../case-collector.ts";
import type { Format } from "../format.ts";
import { ImportFault } from "../import-problem.ts";
import { JsonMap, JsonNumber } from "../json/json-value.ts";
import { readJson } from "../json/read-json.ts";
import { momentOf } from "../moment.ts";
import { Fingerprints } from "../text/fingerprints.ts";
import { textLines } from "../text/text-lines.ts";

/** Samples of lm-evaluation-harness, a line for each document and filter: `--log_samples` writes them. */
export const lmEval: Format = {
  name: "lm-eval",
  title: "lm-evaluation-harness samples",
  detect({ text }) {
    if (/"doc_id"\s*:/.test(text) && /"(?:doc_hash|prompt_hash|target_hash|filtered_resps)"\s*:/.test(text)) return 0.9;
    return /"lm_eval_version"\s*:/.test(text) || (/"n-samples"\s*:/.test(text) && /_stderr,/.test(text)) ? 0.9 : 0;
  },
  read(file, { sha256 }) {
    const cases = new CaseCollector();
    // The row of each document, which has a line for each filter.
    const rows = new Fingerprints();
    const refused = new Set<string>();
    const outcomes = new Set<string>();
    for (const { line, text } of textLines(file.text())) {
      if (line === 1 && (/"lm_eval_version"|"n-samples"/.test(text) || text.trim() === "{"))
        throw new ImportFault("it contains figures of tasks but no samples, so nothing can be counted or paired", {
          hint: "run it with --log_samples and import samples_TASK_….jsonl",
        });
      const sample = readJson(text, line);
      if (!(sample instanceof JsonMap)) throw new ImportFault("found a line that is not an object", { line });
      const doc = sample.digits("doc_id");
      if (doc === undefined) {
        cases.problem({ line, message: "found a sample without doc_id" });
        continue;
      }
      // The number of a document says nothing where the data set is another; its hash does.
      const hash = sample.text("doc_hash") ?? sha256(doc);
      const id = `${doc}-${hash.slice(0, 8)}`;
      const filter = sample.text("filter") ?? "none";
      if (refused.has(id)) continue;
      const row = rows.see(id, cases.size)?.number ?? cases.add({ line, id, arm: "", figures: [] });
      if (row === undefined) {
        refused.add(id);
        continue;
      }
      for (const { metric, value } of metricsOf(sample)) {
        const name = filter === "none" ? metric : `${metric},${filter}`;
        if (cases.has(row, name))
          cases.problem({
            line,
            message: `found document ${doc} twice for ${name}, first in line ${cases.lineOf(row)}`,
          });
        cases.take(row, name, Number.isFinite(value) ? value : "broke", line);
        outcomes.add(metric);
      }
    }
    const written = /_(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})(?:\.\d+)?\.jsonl$/.exec(file.name);
    return {
      read: {
        kind: "cases",
        table: cases.table(
          (arm) => arm,
          Object.fromEntries([...outcomes].map((name) => [name, "good"])),
          () => true,
        ),
        lineOf: (row) => cases.lineOf(row),
        run: undefined,
        epochMs: written === null ? undefined : momentOf(`${written[1]}T${written[2]}:${written[3]}:${written[4]}`),
        models: new Map(),
        main: outcomes.size === 1 ? [...outcomes][0] : undefined,
        skipped: 0,
        notes: ["the samples do not name their model: add --arm NAME"],
        leftOut: ["documents", "targets", "responses"],
      },
      problems: cases.problems,
    };
  },
};

/** Those that the sample lists; of older versions, which list none, every number beside the known fields. */
function metricsOf(sample: JsonMap): readonly { readonly metric: string; readonly value: number }[] {
  const listed = sample.list("metrics").filter((name) => typeof name === "string");
  const names = listed.length > 0 ? listed : [...sample.fields.keys()].filter((name) => name !== "doc_id");
  return names.flatMap((metric) => {
    const value = sample.fields.get(metric);
    return value instanceof JsonNumber ? [{ metric, value: value.value }] : [];
  });
}
