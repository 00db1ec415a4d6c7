import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../src/platform/assets.ts";

/** The files of a folder under examples/, by their names within it. */
export function committedFiles(example: string): Map<string, string> {
  const root = join(packageRoot(), "examples", example);
  const names = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(root.length + 1)
        .replaceAll("\\", "/"),
    );
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, name), "utf8")]));
}

/** The same files on the disk of a test, below `folder`. */
export function onDisk(files: ReadonlyMap<string, string>, folder: string): Map<string, string> {
  return new Map([...files].map(([name, text]) => [`${folder}/${name}`, text]));
}
