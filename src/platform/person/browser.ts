import { accessSync, constants, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";
import { FileFault, RecordsFault, UsageFault } from "../../app/ports/faults.ts";
import type { Browser } from "../../app/ports/ports.ts";
import { readRegularFile } from "../disk/regular-file.ts";
import { compactPdf } from "./compact-pdf.ts";
import { systemFault } from "../disk/system-fault.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** As distributions and vendors call them. */
const NAMES = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "microsoft-edge-stable",
];

const MAC = ["Google Chrome", "Chromium", "Microsoft Edge"].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS = [
  "Google\\Chrome\\Application\\chrome.exe",
  "Chromium\\Application\\chrome.exe",
  "Microsoft\\Edge\\Application\\msedge.exe",
];

/** Printing a page takes a second; a browser that has not answered by now will not. */
const TIME_LIMIT = 60_000;
const LARGEST_PDF = 64 * 1024 * 1024;

/** It neither greets, nor updates, nor reports, nor looks anything up; the page could not make it either. */
const QUIET = [
  "--headless",
  "--disable-gpu",
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-extensions",
  "--disable-default-apps",
  "--disable-breakpad",
  "--disable-dev-shm-usage",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--no-pdf-header-footer",
  "--generate-pdf-document-outline",
];

/** The Chromium or Chrome of this machine, run without a shell and in a profile of its own that is gone afterwards. */
export function systemBrowser(env: Environment): Browser {
  return {
    find(named) {
      const given = named ?? (env["POC_BROWSER"]?.trim() || undefined);
      if (given === undefined) return usualPlaces(env).find(isProgram);
      const path = /[/\\]/.test(given) ? given : onPath(env, [given]).find(isProgram);
      if (path !== undefined && isProgram(path)) return path;
      throw new UsageFault(
        `there is no browser ${JSON.stringify(given.slice(0, 200))} to run`,
        "name the program of Chromium or Chrome, or leave --browser and POC_BROWSER out to have it looked for",
      );
    },
    print: (path, html) => inPrivateFolder((folder) => printed(path, html, folder, env)),
    open: (path) => opened(path, env),
  };
}

/** What opens a file in the default browser, without a shell: the path is one argument, whatever it contains. */
function opened(path: string, env: Environment): boolean {
  const opener = openerOf(env);
  if (opener === undefined) return false;
  const [program, ...args] = opener;
  const { spawn } = process.getBuiltinModule("node:child_process");
  const child = spawn(program, [...args, path], { detached: true, stdio: "ignore", shell: false });
  // It lives on by itself; that it could not be started is known by the program not being there.
  child.on("error", () => {});
  child.unref();
  return true;
}

function openerOf(env: Environment): readonly [string, ...string[]] | undefined {
  if (process.platform === "darwin") return ["/usr/bin/open"];
  if (process.platform === "win32") return ["rundll32.exe", "url.dll,FileProtocolHandler"];
  const screen = (env["DISPLAY"] ?? "") !== "" || (env["WAYLAND_DISPLAY"] ?? "") !== "";
  const program = screen ? onPath(env, ["xdg-open"]).find(isProgram) : undefined;
  return program === undefined ? undefined : [program];
}

function usualPlaces(env: Environment): readonly string[] {
  const programs = ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((name) => env[name] ?? []);
  if (process.platform === "win32") return programs.flatMap((folder) => WINDOWS.map((name) => join(folder, name)));
  return [...onPath(env, NAMES), ...(process.platform === "darwin" ? MAC : [])];
}

function onPath(env: Environment, names: readonly string[]): readonly string[] {
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** Readable by its owner only, and new: nobody else can have put a link there. */
function inPrivateFolder<T>(work: (folder: string) => T): T {
  const parent = process.getBuiltinModule("node:os").tmpdir();
  let folder: string;
  try {
    folder = mkdtempSync(join(parent, "poc-print-"));
  } catch (error) {
    throw systemFault(error, parent, "write");
  }
  try {
    return work(folder);
  } finally {
    // What the browser started may outlive it by a moment and still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
}

function printed(path: string, html: string, folder: string, env: Environment): Uint8Array {
  const [page, pdf] = [join(folder, "page.html"), join(folder, "page.pdf")];
  writeFileSync(page, html, { flag: "wx", mode: 0o600 });
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const root = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const result = spawnSync(
    path,
    [
      ...QUIET,
      ...root,
      `--user-data-dir=${join(folder, "profile")}`,
      `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ],
    {
      // Its caches and settings go where its profile goes.
      env: { ...env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder },
      cwd: folder,
      shell: false,
      timeout: TIME_LIMIT,
      killSignal: "SIGKILL",
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      maxBuffer: 16 * 1024 * 1024,
    },
  );
  const bytes = result.error === undefined && result.status === 0 ? pdfAt(pdf) : undefined;
  if (bytes !== undefined) return compactPdf(bytes);
  throw new RecordsFault(
    `${path} made no PDF: ${whyNot(result)}`,
    "poc memo --format html writes the page; print it from any browser",
  );
}

function pdfAt(path: string): Uint8Array | undefined {
  try {
    const bytes = readRegularFile(path, "the printed page", LARGEST_PDF, "refuse-links");
    return String.fromCharCode(...bytes.subarray(0, 5)) === "%PDF-" ? bytes : undefined;
  } catch (error) {
    if (error instanceof FileFault && error.kind === "missing") return undefined;
    throw error;
  }
}

function whyNot({
  error,
  signal,
  status,
  stderr,
}: {
  readonly error?: Error;
  readonly signal: string | null;
  readonly status: number | null;
  readonly stderr: string;
}): string {
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ETIMEDOUT")
    return `it had not finished after ${TIME_LIMIT / 1000} seconds`;
  if (error !== undefined) return error.message;
  if (signal !== null) return `it was ended by ${signal}`;
  const last = stderr.trim().split("\n").at(-1) ?? "";
  return `it ended with status ${status ?? "?"}${last === "" ? "" : ` (${last.slice(0, 200)})`}`;
}
