import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import type { Drafts } from "../../app/ports/ports.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Drafts in the folder for state of the XDG base directories, in LOCALAPPDATA on Windows: readable by their owner only.
 * A draft that cannot be kept or read is not a fault, because nothing but comfort depends on it.
 */
export function systemDrafts(env: Environment): Drafts {
  const home = stateFolder(env);
  const pathOf = (folder: string) =>
    home === undefined
      ? undefined
      : join(home, `${createHash("sha256").update(folder).digest("hex").slice(0, 16)}.json`);
  return {
    load(folder) {
      const path = pathOf(folder);
      try {
        return path === undefined ? undefined : readFileSync(path, "utf8");
      } catch {
        return undefined;
      }
    },
    save(folder, text) {
      const path = pathOf(folder);
      if (home === undefined || path === undefined) return false;
      try {
        mkdirSync(home, { recursive: true, mode: 0o700 });
        // A reader finds the old draft or the new one, whole.
        const fresh = `${path}.${process.pid}`;
        writeFileSync(fresh, text, { mode: 0o600 });
        renameSync(fresh, path);
        return true;
      } catch {
        return false;
      }
    },
    drop(folder) {
      const path = pathOf(folder);
      if (path !== undefined) rmSync(path, { force: true });
    },
  };
}

function stateFolder(env: Environment): string | undefined {
  const { XDG_STATE_HOME: state, LOCALAPPDATA: local, HOME: home } = env;
  const base = [state, local, home === undefined || home === "" ? undefined : join(home, ".local", "state")].find(
    (folder) => folder !== undefined && isAbsolute(folder),
  );
  return base === undefined ? undefined : join(base, "poc", "init");
}
