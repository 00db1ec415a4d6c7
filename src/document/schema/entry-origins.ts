import type { CaseFile, EntrySource, RawValues } from "../../domain/records/entry.ts";
import { fields, mapped, optional, required, type Field } from "./field.ts";
import { EXAMPLE_HASH, decimalWithin, flag, sha256, text, whole } from "./scalar-fields.ts";
import { withoutUndefined } from "./without-undefined.ts";

/** Where the figures of an entry come from. */

const MOST_CASES = 10_000_000;
const LONGEST_ID = 200;

const valueFields = () => ({
  file: required(text(), "File", "Relative to this folder if it is inside it.", "runs/latency.csv"),
  sha256: required(sha256(), "Hash", "sha256 of the file as it was read.", EXAMPLE_HASH),
  column: optional(text(), "Column", "The column, or the field of each line, that was read.", "seconds"),
  cluster: optional(text(), "Group column", "The column that says which cases belong together.", "document"),
  counted: optional(
    text(),
    "Counted",
    "For a column of outcomes: the cells that were counted, if not those that say true.",
    "false",
  ),
  unit: optional(text(), "Unit", "What the numbers of the column were taken to be in.", "ms"),
  assumed: optional(flag(), "Assumed", "Whether nothing said so, and the unit of the eval was taken.", true),
  rate: optional(
    decimalWithin({ expected: "a rate above 0, such as 0.92", above: 0 }),
    "Rate",
    "What one of the unit was worth in the currency of the eval, if the two differ.",
    0.92,
  ),
});

/** The file that figures were taken from. */
export function rawValues(): Field<RawValues> {
  return mapped(fields(valueFields()), (values): RawValues => withoutUndefined(values));
}

/** The file of cases behind a result. */
export function caseFile(): Field<CaseFile> {
  return mapped(
    fields({
      ...valueFields(),
      n: required(whole(1, MOST_CASES), "Cases", "How many cases there are, those that broke among them.", 200),
      digest: required(
        sha256(),
        "Digest",
        "sha256 of the sorted ids of the cases: the same digest is the same cases.",
        EXAMPLE_HASH,
      ),
      arm: optional(text(), "Arm in the file", "The arm as the file calls it, if that is another name.", "gpt-4.1"),
      against: optional(
        sha256(),
        "Against",
        "Of pairs: sha256 of the file with the cases of the baseline.",
        EXAMPLE_HASH,
      ),
    }),
    (cases): CaseFile => withoutUndefined(cases),
  );
}

/** Where an imported entry comes from. */
export function entrySource(): Field<EntrySource> {
  return mapped(
    fields({
      format: required(text(), "Format", "The format that was read.", "promptfoo"),
      key: required(
        text(),
        "Key",
        "Which part of the source the entry stands for; the same key is never counted twice.",
        "eval-abc wrong-rate",
      ),
      sha256: required(sha256(), "Hash", "sha256 of what was taken from it.", EXAMPLE_HASH),
      file: optional(text(), "File", "The file that was read.", "out.json"),
      replaces: optional(
        text("the id of an entry", LONGEST_ID),
        "Replaces",
        "The entry with the same key that this one replaces, because the source says something else by now.",
        "k7f3q2m",
      ),
    }),
    (source): EntrySource => withoutUndefined(source),
  );
}
