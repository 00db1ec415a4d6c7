// Replays a script of examples/replay: what people typed, day by day, through the commands themselves.
import { createHash } from "node:crypto";

/**
 * One step: a moment, who did it, and what. Either `poc`, a command line; or `kickoff`, the definitions as they were
 * filled in by hand; or `edit`, a definition that somebody changed by hand; or `source`, a file of another tool that
 * came into the folder.
 *
 * @typedef {object} Step
 * @property {string} at ISO instant
 * @property {string} by key of `people`
 * @property {readonly string[]} [poc]
 * @property {boolean} [kickoff]
 * @property {string} [source] name of the file
 * @property {string} [edit] name of the file
 * @property {string} [append] text that was added at its end
 * @property {string} [find] text that was replaced
 * @property {string} [put] what it was replaced by
 * @property {string} [name] for `@name` in later steps
 * @property {boolean} [show] whether the demo shows the answer
 * @property {boolean} [halfway] whether the demo shows the status after it
 */

/** What a command printed. @typedef {{ stdout: string, stderr: string }} Answer */

/**
 * The files of a script by their names: the definitions as they were when the clock started, and what other tools
 * wrote.
 *
 * @typedef {{ kickoff: Readonly<Record<string, string>>, sources: Readonly<Record<string, string>> }} ScriptFiles
 */

/** @typedef {{ people: Readonly<Record<string, string>>, steps: readonly Step[] }} Script */

/**
 * Where a script is replayed: the PoC folder, and a way to run the tool in it.
 *
 * @typedef {object} Stage
 * @property {(argv: readonly string[], moment: { now: string, author: string }) => Promise<Answer> | Answer} run throws where the command failed
 * @property {() => readonly string[]} log names of the files in log/
 * @property {(file: string) => string} read
 * @property {(file: string, text: string) => void} write
 * @property {(from: string, to: string) => void} [rename] present where ids are to be the same each time
 */

/**
 * @param {Script} script
 * @param {ScriptFiles} files
 * @param {Stage} stage
 * @param {(step: Step, argv: readonly string[], answer: Answer) => void | Promise<void>} [told] called after every step
 */
export async function replay(script, files, stage, told) {
  /** @type {Map<string, string>} */
  const ids = new Map();
  for (const [index, step] of script.steps.entries()) {
    if (step.poc === undefined) {
      editByHand(step, files, stage);
      await told?.(step, [], { stdout: "", stderr: "" });
      continue;
    }
    const argv = step.poc.map((word) => (word.startsWith("@") ? idOf(ids, word) : word));
    const before = new Set(stage.log());
    const answer = await stage.run(argv, { now: step.at, author: authorOf(script, step) });
    const entry = stage.log().find((name) => !before.has(name));
    // Imported entries have ids that are made from their content.
    if (entry !== undefined && argv[0] !== "import") {
      const id = stage.rename === undefined ? idIn(entry) : steadyId(script, index);
      stage.rename?.(`log/${entry}`, `log/${entry.replace(idIn(entry), id)}`);
      if (step.name !== undefined) ids.set(step.name, id);
    }
    await told?.(step, argv, answer);
  }
}

/** @type {(step: Step, files: ScriptFiles, stage: Stage) => void} */
function editByHand(step, { kickoff, sources }, stage) {
  if (step.kickoff === true) {
    for (const [name, text] of Object.entries(kickoff)) stage.write(name, text);
    return;
  }
  if (step.source !== undefined) {
    const text = sources[step.source];
    if (text === undefined) throw new Error(`there is no source ${step.source}`);
    return stage.write(step.source, text);
  }
  if (step.edit === undefined) throw new Error(`the step of ${step.at} does nothing`);
  const text = stage.read(step.edit);
  if (step.append !== undefined) return stage.write(step.edit, text + step.append);
  if (step.find === undefined || step.put === undefined || !text.includes(step.find))
    throw new Error(`the edit of ${step.at} does not find its place in ${step.edit}`);
  stage.write(
    step.edit,
    text.replace(step.find, () => step.put ?? ""),
  );
}

/** @type {(script: Script, step: Step) => string} */
function authorOf(script, step) {
  const author = script.people[step.by];
  if (author === undefined) throw new Error(`the script knows nobody called ${step.by}`);
  return author;
}

/** @type {(ids: ReadonlyMap<string, string>, word: string) => string} */
function idOf(ids, word) {
  const id = ids.get(word.slice(1));
  if (id === undefined) throw new Error(`no earlier step is called ${word.slice(1)}`);
  return id;
}

/** @type {(entry: string) => string} */
function idIn(entry) {
  return entry.slice(-".yaml".length - 7, -".yaml".length);
}

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

/**
 * The tool gives every entry a random id. In the committed example each has the same id whenever it is written anew, so
 * that a change of one line shows as one changed line.
 *
 * @type {(script: Script, index: number) => string}
 */
function steadyId(script, index) {
  const step = script.steps[index];
  const hash = createHash("sha256").update(`${step?.at} ${step?.by}`).digest();
  return [...hash.subarray(0, 7)].map((byte) => ALPHABET[byte & 31]).join("");
}
