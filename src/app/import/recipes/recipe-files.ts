import type { Files, Folder } from "../../ports/ports.ts";

export const IMPORTS_FILE = "imports.yaml";
export const LARGEST_RECIPES = 256 * 1024;

/** Whether a pattern stands for files that are not in the folder of the PoC: those are named one by one. */
export function isPatternOutside(pattern: string): boolean {
  const { where, name } = partsOf(pattern);
  if (!pattern.includes("*")) return false;
  return pattern.startsWith("/") || where.split("/").includes("..") || where.includes("*") || !name.includes("*");
}

/** `runs/*.json` as the files of the folder that are there, by name; a path without a `*` as itself, if it is there. */
export function filesOf(folder: Folder, files: Files, pattern: string): readonly string[] {
  const { where, name } = partsOf(pattern);
  if (!name.includes("*")) {
    const path = pathOf(folder, pattern);
    const at = path.lastIndexOf("/");
    const above = files.resolve(path.slice(0, Math.max(1, at)));
    return files.findUp(above, path.slice(at + 1)) === above ? [pattern] : [];
  }
  const parts = name.split("*").map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const shape = new RegExp(`^${parts.join(".*")}$`);
  return folder
    .list(where)
    .filter((item) => item.kind === "file" && shape.test(item.name.slice(item.name.lastIndexOf("/") + 1)))
    .map((item) => item.name);
}

/** Where a file of a recipe lies. */
export function pathOf(folder: Folder, file: string): string {
  return file.startsWith("/") ? file : `${folder.path}/${file}`;
}

function partsOf(pattern: string): { readonly where: string; readonly name: string } {
  const slash = pattern.lastIndexOf("/");
  return { where: pattern.slice(0, Math.max(0, slash)), name: pattern.slice(slash + 1) };
}
