import { FileFault } from "../../app/ports/faults.ts";

/**
 * The parts of a name relative to the PoC folder; none for "", the folder itself. Refuses, as `denied`, what would
 * leave the folder or mean different files on different systems.
 */
export function safeParts(name: string): readonly string[] {
  if (name === "") return [];
  const parts = name.split("/");
  if (parts.some(isUnsafe) || /^[A-Za-z]:/.test(name)) {
    throw new FileFault("denied", name, `${JSON.stringify(name)} is no name of a file within the PoC folder`);
  }
  return parts;
}

function isUnsafe(part: string): boolean {
  return part === "" || part === "." || part === ".." || part.includes("\\") || part.includes("\0");
}
