// One operation on a folder, as a process of its own: node folder-command.cjs FOLDER OPERATION NAME [TEXT]
import { FileFault } from "../../../src/app/ports/faults.ts";
import { realFiles } from "../../../src/platform/disk/files.ts";

const [root = "", operation = "", name = "", text = ""] = process.argv.slice(2);
const folder = realFiles(
  () => process.cwd(),
  (notice) => say(process.stderr, notice),
).folder(root);

try {
  if (operation === "create") folder.create(name, text);
  else if (operation === "replace") folder.replace(name, text, undefined);
  else if (operation === "read") say(process.stdout, Buffer.from(folder.read(name, 1_000_000)).toString("utf8"));
  else if (operation === "list") say(process.stdout, JSON.stringify(folder.list(name)));
  else if (operation === "count") count();
  else throw new Error(`no such operation: ${operation}`);
} catch (error) {
  if (!(error instanceof FileFault)) throw error;
  say(
    process.stdout,
    JSON.stringify({
      kind: error.kind,
      file: error.file,
      message: error.message,
      perhapsWritten: error.perhapsWritten,
    }),
  );
  process.exitCode = 3;
}

/** Adds one to the number in the file. */
function count(): void {
  const before = Buffer.from(folder.read(name, 1_000_000)).toString("utf8");
  folder.replace(name, `${Number(before) + 1}\n`, before);
}

function say(stream: NodeJS.WriteStream, text: string): void {
  stream.write(`${text}\n`);
}
