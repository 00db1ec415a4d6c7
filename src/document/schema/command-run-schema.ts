import { RUN_STOPS, type CommandRun } from "../../domain/records/entry.ts";
import { parsed, unparsed, type Parsed } from "../../domain/scalars/parsed.ts";
import { checked, fields, optional, required, type Field } from "./field.ts";
import { EXAMPLE_HASH, choice, decimalWithin, sha256, text, whole } from "./leaves.ts";
import { withoutUndefined } from "./without-undefined.ts";

const LARGEST_EXIT_CODE = 4_294_967_295;

/** A command of a checklist item as it was run: it ended with a code, or it was stopped. */
export function commandRun(): Field<CommandRun> {
  return checked(
    fields({
      item: required(text("a checklist item", 200), "Item", "Checklist and item.", "release.tests"),
      command: required(text(), "Command", "The command line as it stood in the list.", "npm test"),
      cwd: optional(
        text(),
        "Folder",
        "The folder it ran in, from the PoC folder, where the list names one.",
        "../service",
      ),
      exit: optional(whole(0, LARGEST_EXIT_CODE), "Exit code", "0 is a pass.", 0),
      stopped: optional(choice(RUN_STOPS), "Stopped", "Why it did not end by itself.", ...RUN_STOPS),
      seconds: required(
        decimalWithin({ expected: "seconds of zero or more", least: 0 }),
        "Seconds",
        "How long it took.",
        41.2,
      ),
      output: optional(
        text(),
        "Output",
        "The file in this folder that keeps what it printed.",
        "runs/k7f3q2m-tests.txt",
      ),
      output_sha256: optional(sha256(), "Hash of the output", "sha256 of that file.", EXAMPLE_HASH),
      tail: optional(text(), "Tail", "The last line that it printed.", "12 passed"),
    }),
    ({ output_sha256: outputSha256, ...run }): Parsed<CommandRun> => {
      if ((run.exit === undefined) === (run.stopped === undefined))
        return unparsed(run.exit === undefined ? "missing-field" : "fields-conflict", "either exit or stopped");
      return parsed(withoutUndefined({ ...run, outputSha256 }));
    },
  );
}
