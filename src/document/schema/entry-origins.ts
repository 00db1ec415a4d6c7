import type { EntrySource } from "../../domain/records/entry.ts";
import type { CaseFile, Labelling, RawValues } from "../../domain/records/evals/result.ts";
import { ok, problem, type Parsed } from "../../domain/scalars/parsed.ts";
import { count } from "./eval-schema.ts";
import { checked, fields, mapped, optional, required, type Field } from "./field.ts";
import { EXAMPLE_HASH, decimalWithin, flag, id, sha256, text, whole } from "./scalar-fields.ts";
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
  unit: optional(text(), "Unit", "The unit in which the numbers of the column were read.", "ms"),
  assumed: optional(flag(), "Assumed", "Whether the unit was assumed to be that of the eval.", true),
  rate: optional(
    decimalWithin({ expected: "a rate above 0, such as 0.92", above: 0 }),
    "Rate",
    "How much one unit was worth in the currency of the eval, if the two differ.",
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
      n: required(whole(1, MOST_CASES), "Cases", "The number of cases, including those that broke.", 200),
      digest: required(
        sha256(),
        "Digest",
        "sha256 of the sorted ids of the cases: the same digest means the same cases.",
        EXAMPLE_HASH,
      ),
      arm: optional(text(), "Arm in the file", "The name of the arm in the file, if it differs.", "gpt-4.1"),
      against: optional(
        sha256(),
        "Against",
        "For pairs: sha256 of the file with the cases of the baseline.",
        EXAMPLE_HASH,
      ),
    }),
    (cases): CaseFile => withoutUndefined(cases),
  );
}

/** Labels of people for cases that a judge had judged. */
export function labelling(): Field<Labelling> {
  const cases = (about: string, example: number) =>
    required(whole(0, MOST_CASES), "Cases", `How many of the labelled cases ${about}.`, example);
  return checked(
    fields({
      eval: required(id(), "Eval", "Id of the eval.", "right-rate"),
      judged: required(
        count(),
        "Judged",
        "The number of cases that the judge counted, out of all cases that the sample was drawn from.",
        "281/300",
      ),
      said: required(
        fields({
          both: cases("are counted by the judge and by the person", 27),
          judge: cases("are counted by the judge alone", 3),
          person: cases("are counted by the person alone", 8),
          neither: cases("are counted by neither", 11),
        }),
        "Said",
        "The labelled cases, by who counts them.",
        { both: 27, judge: 3, person: 8, neither: 11 },
      ),
      file: required(text(), "File", "The file with the labels.", "labels.csv"),
      sha256: required(sha256(), "Hash", "sha256 of that file.", EXAMPLE_HASH),
      of: required(sha256(), "Cases", "sha256 of the file of cases that the sample was drawn from.", EXAMPLE_HASH),
      arm: optional(text(), "Arm", "The arm whose cases were sampled.", "reranker"),
      seed: optional(whole(0, 4_294_967_295), "Seed", "The seed with which the sample was drawn and shuffled.", 2026),
      unlabelled: optional(whole(1, MOST_CASES), "Unlabelled", "Rows of the sheet that nobody labelled.", 2),
    }),
    ({ arm, ...read }): Parsed<Labelling> => {
      const { both, judge, person, neither } = read.said;
      const { x, n } = read.judged;
      return both + judge > x || person + neither > n - x
        ? problem("invalid-value", "no more labelled cases than the judge had judged so")
        : ok(withoutUndefined({ ...read, arm: arm ?? "" }));
    },
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
        "The part of the source that the entry contains; the same key is never counted twice.",
        "eval-abc wrong-rate",
      ),
      sha256: required(sha256(), "Hash", "sha256 of the imported part.", EXAMPLE_HASH),
      file: optional(text(), "File", "The file that was read.", "out.json"),
      calendar: optional(text(), "Calendar", "For a meeting: the name of its calendar, as a hash.", "3f1c9a0b2d4e6f80"),
      replaces: optional(
        text("the id of an entry", LONGEST_ID),
        "Replaces",
        "The entry with the same key that this one replaces, because the source has changed.",
        "k7f3q2m",
      ),
    }),
    (source): EntrySource => withoutUndefined(source),
  );
}
