import { FileFault } from "../../app/ports/faults.ts";

/**
 * The parts of a name relative to the PoC folder; none for "", the folder itself. Refuses, as `denied`, what would
 * leave the folder or mean different files on different systems.
 */
export function safeParts(name: string): readonly string[] {
  if (name === "") return [];
  const parts = name.split("/");
  if (parts.some(isUnsafe) || /^[A-Za-z]:/.test(name)) {
    throw new FileFault("denied", name, `${JSON.stringify(name)} is not the name of a file within the PoC folder`);
  }
  return parts;
}

function isUnsafe(part: string): boolean {
  return part === "" || part === "." || part === ".." || part.includes("\\") || part.includes("\0");
}

/** A cheaper test than `safeParts`, for the last part of a name whose folders are known to be safe. */
export function isPlainBase(name: string, from: number): boolean {
  return name.length > from && name[from] !== "." && !name.includes("\\", from) && !name.includes("\0", from);
}

export function absoluteIn(root: string, name: string): string {
  return name === "" ? root : `${root}/${name}`;
}
