import { FileFault } from "../../src/app/ports/faults.ts";
import type { Files, Folder, FolderItem } from "../../src/app/ports/ports.ts";

/** A disk in memory: absolute path → text. Tests look at it afterwards. */
export type Disk = Map<string, string>;

/** Files in memory, with the promises of the real ones: exclusive creation, compare before replacing. */
export function memoryFiles(disk: Disk, cwd: string): Files {
  const resolve = (path: string) => normal(path.startsWith("/") ? path : `${cwd}/${path}`);
  return {
    findUp(start, name) {
      for (let folder = resolve(start); ; folder = parent(folder)) {
        if (disk.has(folder === "/" ? `/${name}` : `${folder}/${name}`)) return folder;
        if (folder === "/") return undefined;
      }
    },
    resolve,
    linkAt: () => false,
    folder: (path) => memoryFolder(disk, resolve(path)),
    bareNames: (path) =>
      memoryFolder(disk, path)
        .list("")
        .map(({ name }) => name),
    holds: (path, bytes, from, to) => disk.get(path) === new TextDecoder().decode(bytes.subarray(from, to)),
    namesIn(path) {
      const items = memoryFolder(disk, resolve(path)).list("");
      if (items.length === 0) throw new FileFault("missing", path, `there is no folder ${path}`);
      return items;
    },
    readNamed(path, limit) {
      const text = disk.get(resolve(path));
      if (text === undefined) throw new FileFault("missing", path, `there is no file ${path}`);
      const bytes = new TextEncoder().encode(text);
      if (bytes.length > limit)
        throw new FileFault(
          "too-large",
          path,
          `cannot read ${path}: it has ${bytes.length} bytes, and at most ${limit} are read`,
        );
      return bytes;
    },
    openNamed(path) {
      const bytes = this.readNamed(path, Infinity);
      return { size: bytes.length, pieces: () => [bytes] };
    },
    appendNamed(path, text, limit) {
      const whole = (disk.get(resolve(path)) ?? "") + text;
      if (whole.length > limit) return false;
      disk.set(resolve(path), whole);
      return true;
    },
    removeNamed: (path) => void disk.delete(resolve(path)),
    makeFoldersAbove: () => undefined,
    writeNamed(path, text, overwrite) {
      if (!overwrite && disk.has(resolve(path))) throw new FileFault("exists", path, `${path} is there already`);
      disk.set(resolve(path), textOf(text));
    },
  };
}

/** Files in memory are texts; a test that writes bytes writes those of a text. */
function textOf(content: string | Uint8Array): string {
  return typeof content === "string" ? content : new TextDecoder().decode(content);
}

function memoryFolder(disk: Disk, root: string): Folder {
  const at = (name: string) => (name === "" ? root : `${root}/${name}`);
  const kind = (name: string): FolderItem["kind"] | undefined => {
    if (disk.has(at(name))) return "file";
    return [...disk.keys()].some((path) => path.startsWith(`${at(name)}/`)) ? "folder" : undefined;
  };
  return {
    path: root,
    list(subfolder) {
      const prefix = subfolder === "" ? `${root}/` : `${at(subfolder)}/`;
      const names = [...disk.keys()]
        .filter((path) => path.startsWith(prefix))
        .map((path) => path.slice(prefix.length).split("/")[0]!);
      return [...new Set(names)].sort().map((name) => {
        const full = subfolder === "" ? name : `${subfolder}/${name}`;
        return { name: full, kind: kind(full)! };
      });
    },
    kind,
    read(name) {
      const text = disk.get(at(name));
      if (text === undefined) throw new FileFault("missing", name, `there is no file ${name}`);
      return new TextEncoder().encode(text);
    },
    readInTurn(name, limit) {
      return this.read(name, limit);
    },
    create(name, text) {
      if (disk.has(at(name))) throw new FileFault("exists", name, `${name} is there already`);
      disk.set(at(name), textOf(text));
    },
    replaceBytes: (name, bytes) => void disk.set(at(name), textOf(bytes)),
    replace(name, text, expected) {
      if (expected !== undefined && disk.get(at(name)) !== expected)
        throw new FileFault("changed", name, `${name} was changed by somebody else; nothing was written`);
      disk.set(at(name), text);
    },
    alone: (_, act) => act(),
    createWith(name, text, edits) {
      for (const edit of edits) this.replace(edit.name, edit.after, edit.before);
      this.create(name, text);
    },
    makeFolder: () => undefined,
  };
}

function parent(path: string): string {
  return path.slice(0, path.lastIndexOf("/")) || "/";
}

function normal(path: string): string {
  const steps: string[] = [];
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "" && step !== ".") steps.push(step);
  }
  return `/${steps.join("/")}`;
}
