// Tools of the same kind, installed on demand: what a person waits for when they run those.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const PEERS = [
  { name: "@changesets/cli", version: "2.31", args: ["--version"] },
  { name: "ccusage", version: "18", args: ["--version"] },
  { name: "log4brains", version: "1.1", args: ["--version"] },
];

/** What each is called by, once npm has installed it. */
export function peerCommands(work) {
  const folder = join(work, "peers");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), "{}");
  return PEERS.flatMap(({ name, version, args }) => {
    try {
      const install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", `${name}@${version}`];
      execFileSync("npm", install, { cwd: folder, stdio: "ignore" });
    } catch {
      console.log(`${name} ${version} could not be installed.`);
      return [];
    }
    const home = join(folder, "node_modules", name);
    const { bin, version: exact } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
    const script = typeof bin === "string" ? bin : Object.values(bin)[0];
    return [{ name: `${name} ${exact} ${args.join(" ")}`, args: [join(home, script), ...args], cwd: folder }];
  });
}
