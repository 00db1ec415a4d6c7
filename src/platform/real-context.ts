import { RecordsFault } from "../app/ports/faults.ts";
import type { Context } from "../app/ports/ports.ts";
import { packageVersion, shippedAssets } from "./assets.ts";
import { systemClock } from "./host/clock.ts";
import { gitHistory } from "./host/git-history.ts";
import { systemEditor } from "./person/editor.ts";
import { logStores } from "./disk/kept-logs.ts";
import { answerStores, definitionStores, summaryStores } from "./disk/kept-stores.ts";
import { realFiles } from "./disk/files.ts";
import { gitIdentity } from "./person/identity.ts";
import { systemRandomness, loadSha256 } from "./disk/randomness.ts";
import { realTerminal } from "./person/terminal.ts";
import { visibleText } from "../domain/scalars/visible-text.ts";
import { systemZones } from "./host/zones.ts";

/** The world as this process finds it. What a command may not need is found out when it is asked for. */
export function realContext(): Context {
  const env = { ...process.env };
  const terminal = realTerminal();
  return {
    get cwd() {
      return workingFolder();
    },
    env,
    get version() {
      return packageVersion();
    },
    files: realFiles(workingFolder, (text) => terminal.err(`note: ${visibleText(text)}\n`)),
    clock: systemClock(env["POC_NOW"]),
    zones: systemZones(env),
    randomness: systemRandomness(),
    terminal,
    prompter: async () => (await import("./person/prompter.ts")).terminalPrompter(),
    drafts: async () => (await import("./person/drafts.ts")).systemDrafts(env),
    editor: systemEditor(env),
    pager: async () => (await import("./person/pager.ts")).systemPager(env),
    browser: async () => (await import("./person/browser.ts")).systemBrowser(env),
    identity: gitIdentity(env),
    history: gitHistory(env),
    watcher: async () => (await import("./disk/watch-folder.ts")).folderWatcher(),
    repository: async () => (await import("./host/git-repository.ts")).gitRepository(env),
    assets: shippedAssets(),
    definitionStore: definitionStores(env),
    summaryStore: summaryStores(env),
    answerStore: answerStores(env),
    logStore: logStores(env),
    cache: async () => (await import("./disk/cache.ts")).userCache(env),
    sha256: loadSha256,
    timestamps: async () => (await import("./host/timestamp-token.ts")).readTimestamp,
    shellScripts: async () => (await import("./person/shell-scripts.ts")).shellScripts,
    machine: async () => (await import("./host/machine.ts")).thisMachine(),
    leanHeap: async () => (await import("./host/lean-heap.ts")).leanHeap(),
    commands: async () => (await import("./host/shell-commands.ts")).shellCommands(env),
  };
}

function workingFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new RecordsFault("the current folder is gone", "change to a folder that exists");
  }
}
