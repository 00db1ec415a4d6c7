import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Database } from "./duckdb.ts";

/** Where Debian puts the programs of a cluster; elsewhere they are on the path. */
const DEBIAN = "/usr/lib/postgresql";

/** Folder of initdb and pg_ctl, with a slash at its end; undefined where there is no PostgreSQL. */
export const POSTGRESQL = [...debianFolders(), ...(process.env["PATH"] ?? "").split(":")]
  .map((folder) => `${folder}/`)
  .find((folder) => existsSync(`${folder}initdb`) && existsSync(`${folder}pg_ctl`) && existsSync(`${folder}psql`));

/** `.ci/run` installs one, and has these tests fail where there is none. */
export const DATABASES_REQUIRED = process.env["POC_DATABASE_TESTS"] === "required";

function debianFolders(): readonly string[] {
  return existsSync(DEBIAN)
    ? readdirSync(DEBIAN)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => `${DEBIAN}/${version}/bin`)
    : [];
}

/** PostgreSQL refuses to run as root, and CI does. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;

function asNobody(program: string, args: readonly string[]): void {
  const [command, ...rest] = isRoot
    ? ["setpriv", `--reuid=${NOBODY}`, `--regid=${NOBODY}`, "--clear-groups", program, ...args]
    : [program, ...args];
  // What the server inherits it keeps open: with a pipe this call would never return.
  execFileSync(command!, rest, { stdio: "ignore", env: { ...process.env, LC_ALL: "C" } });
}

/** A cluster of its own in a temporary folder, on a socket in it; `close` stops and removes it. */
export async function postgresql(programs: string): Promise<Database> {
  const folder = mkdtempSync(join(tmpdir(), "pg-"));
  chmodSync(folder, 0o755);
  if (isRoot) chownSync(folder, NOBODY, NOBODY);
  const data = join(folder, "data");
  asNobody(`${programs}initdb`, ["-D", data, "-U", "poc", "-A", "trust", "-E", "UTF8", "--no-sync"]);
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off`;
  asNobody(`${programs}pg_ctl`, ["-D", data, "-o", settings, "-l", join(folder, "log"), "-w", "start"]);
  const psql = (args: readonly string[]) =>
    execFileSync(
      `${programs}psql`,
      ["-X", "-q", "-h", folder, "-U", "poc", "-d", "postgres", "-v", "ON_ERROR_STOP=1", ...args],
      { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 },
    );
  return {
    async run(sql) {
      const script = join(folder, "script.sql");
      writeFileSync(script, sql);
      psql(["-f", script]);
    },
    async rows(query) {
      const lines = psql(["-A", "-t", "-c", `SELECT row_to_json(answer) FROM (${query}) AS answer`]);
      return lines
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Readonly<Record<string, string | null>>);
    },
    async close() {
      asNobody(`${programs}pg_ctl`, ["-D", data, "-m", "immediate", "-w", "stop"]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
