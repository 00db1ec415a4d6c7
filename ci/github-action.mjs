// What action.yml runs: poc check and poc comment for each PoC, then one comment each on the pull request. It needs
// Node and git and no package. Everything that it is told comes in environment variables; nothing is put into a shell.
import { spawnSync } from "node:child_process";
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve, sep } from "node:path";

/** GitHub shows so many annotations of a kind of a step. `poc check` keeps to it for a PoC, this does for all. */
const ANNOTATIONS = 10;
/** More comments than these are noise: further PoCs are in the summary of the job. */
const NEW_COMMENTS = 20;
const SECONDS = 30;
/** Folders in which no PoC is looked for. */
const SKIPPED = new Set(["node_modules", "dist", "build", "vendor"]);
/** The worst first: what cannot be judged outweighs a breach, and a breach what is due. */
const EXIT_CODES = [3, 2, 1, 4, 0];
const OUTCOMES = ["cannot-judge", "no-go", "decide-now", "not-started", "keep-going", "conditional", "go"];

const { env } = process;
const root = resolve(env.GITHUB_WORKSPACE || ".");
const say = (text) => process.stdout.write(`${text}\n`);
const escaped = (text) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const command = (kind, title, text) =>
  say(`::${kind} title=${escaped(title).replaceAll(/[:,]/g, " ")}::${escaped(text)}`);
const linesOf = (text) =>
  (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

async function main() {
  const folders = foldersOf(linesOf(env.POC_ACTION_FOLDER || "**"));
  if (folders.length === 0) {
    command("error", "poc", `no PoC found: no folder that ${env.POC_ACTION_FOLDER || "**"} names contains poc.yaml`);
    return answer([], 3);
  }
  const work = mkdtempSync(join(env.RUNNER_TEMP || tmpdir(), "poc-"));
  try {
    const checked = folders.map((folder) => checkOf(folder, folders.length, work));
    annotate(checked);
    const commented = checked.map((poc) => ({ ...poc, comment: commentOf(poc.folder) }));
    if (env.POC_ACTION_COMMENT !== "false") await writeComments(commented);
    return answer(checked, EXIT_CODES.find((code) => checked.some(({ exitCode }) => exitCode === code)) ?? 3);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

// --- Which PoCs

/** Folders from the root, in order, each once. One that is named without a pattern is taken as it is. */
function foldersOf(patterns) {
  const plain = patterns.filter((pattern) => !/[*?]/.test(pattern)).map((folder) => inRepository(folder));
  const matchers = patterns.filter((pattern) => /[*?]/.test(pattern)).map(matcherOf);
  const found =
    matchers.length === 0 ? [] : pocFolders(root).filter((folder) => matchers.some((one) => one.test(folder)));
  return [...new Set([...plain, ...found])].sort();
}

function inRepository(folder) {
  return relative(root, resolve(root, folder)).split(sep).join("/") || ".";
}

/** `*` is part of a name, `**` is any number of folders, none among them. */
function matcherOf(pattern) {
  const clean = pattern.replace(/^\.\//, "").replace(/\/(poc\.yaml)?$/, "");
  const parts = clean.split(/(\*\*\/|\/\*\*$|\*\*|\*|\?)/).map((part) => {
    if (part === "**/") return "(?:.*/)?";
    if (part === "/**") return "(?:/.*)?";
    if (part === "**") return ".*";
    if (part === "*") return "[^/]*";
    return part === "?" ? "[^/]" : part.replaceAll(/[.+^${}()|[\]\\]/g, "\\$&");
  });
  return new RegExp(`^${parts.join("")}$`);
}

function pocFolders(from) {
  const entries = readdirSync(from, { withFileTypes: true });
  const here = entries.some(({ name }) => name === "poc.yaml") ? [inRepository(from)] : [];
  const below = entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !SKIPPED.has(entry.name))
    .flatMap((entry) => pocFolders(join(from, entry.name)));
  return [...here, ...below];
}

// --- poc

/** The poc that the package.json of the repository pins; npx would be half a second slower each time. */
const POC = "node node_modules/poc/dist/poc.cjs";

/** Runs poc from the root of the repository. The command is words, and no shell reads them. */
function poc(folder, args) {
  const [program, ...words] = (env.POC_ACTION_POC || POC).split(/\s+/).filter((word) => word !== "");
  const result = spawnSync(program === "node" ? process.execPath : program, [...words, "-C", folder, ...args], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error === undefined && !isMissing(result)) return result;
  const stderr = `error: "${[program, ...words].join(" ")}" is not poc: run npm ci first, with poc in package.json\n`;
  return { status: 3, stdout: "", stderr };
}

/** Node itself starts, and finds no file of that name. */
function isMissing({ status, stderr }) {
  return status === 1 && stderr.includes("MODULE_NOT_FOUND");
}

function checkOf(folder, total, work) {
  const json = join(work, "check.json");
  rmSync(json, { force: true });
  const reports = linesOf(env.POC_ACTION_REPORTS).map(
    (report) => `--report=${total === 1 ? report : ownFile(report, folder)}`,
  );
  const failOn = env.POC_ACTION_FAIL_ON || "error";
  const args = ["check", "--format", "github", "--fail-on", failOn, `--report=json=${json}`, ...reports];
  const { status, stdout, stderr } = poc(folder, args);
  return { folder, exitCode: status ?? 3, outcome: outcomeIn(json), lines: stdout.split("\n"), stderr };
}

/** `sarif=out/poc.sarif` of pocs/a is `sarif=out/poc-pocs-a.sarif`. */
function ownFile(report, folder) {
  const slug = folder.replaceAll(/[^A-Za-z0-9]+/g, "-").replaceAll(/^-|-$/g, "") || "root";
  return report.replace(/(\.[^./]*)?$/, (ending) => `-${slug}${ending}`);
}

function outcomeIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).data.recommendation : "cannot-judge";
}

function commentOf(folder) {
  const base = env.POC_ACTION_BASE || (env.GITHUB_BASE_REF ? `origin/${env.GITHUB_BASE_REF}` : "");
  const { stdout, stderr } = poc(folder, ["comment", ...(base === "" ? [] : [`--base=${base}`])]);
  if (stdout === "" || stderr !== "") say(`${folder}: ${stderr.trim()}`);
  return stdout;
}

// --- What the step shows

/** The annotations of all PoCs, errors first, no more of a kind than GitHub shows; the rest as plain lines. */
function annotate(checked) {
  for (const { folder, exitCode, outcome, stderr } of checked) {
    say(`${folder}: ${outcome}, exit code ${exitCode}`);
    if (stderr !== "") say(plain(stderr.trimEnd()));
  }
  const lines = checked.flatMap((one) => one.lines).filter((line) => line !== "");
  for (const [kind, word] of [
    ["error", "error"],
    ["warning", "warning"],
    ["notice", "note"],
  ]) {
    const shown = lines.filter((line) => line.startsWith(`::${kind} file=`));
    // What poc check has left out already.
    const left = lines.filter((line) => line.startsWith("- ") && line.includes(`: ${word}[`));
    const total = shown.length + left.length;
    const room = total > ANNOTATIONS ? ANNOTATIONS - 1 : ANNOTATIONS;
    for (const line of shown.slice(0, room)) say(line);
    if (total > ANNOTATIONS)
      command(
        kind,
        "poc",
        `${total - room} more of this kind are in the log of this step: GitHub shows ${ANNOTATIONS}`,
      );
    for (const line of [...shown.slice(room), ...left]) say(plain(line));
  }
}

/** Lines that the runner does not take for commands. */
function plain(text) {
  return text.replaceAll(/^\s*(?=::|##\[)/gm, "- ");
}

function answer(checked, exitCode) {
  const outcome = OUTCOMES.find((one) => checked.some((poc) => poc.outcome === one)) ?? "cannot-judge";
  const pocs = checked.map((poc) => ({ folder: poc.folder, exit_code: poc.exitCode, outcome: poc.outcome }));
  if (env.GITHUB_OUTPUT)
    appendFileSync(env.GITHUB_OUTPUT, `exit-code=${exitCode}\noutcome=${outcome}\npocs=${JSON.stringify(pocs)}\n`);
  return exitCode;
}

// --- The comments

async function writeComments(commented) {
  const number = pullRequest();
  if (number === undefined) return say("No comment: this run is of no pull request.");
  if (!env.POC_ACTION_TOKEN) return say("No comment: there is no token. The summary of the job says the same.");
  try {
    const own = await ownComments(number);
    let created = 0;
    const left = [];
    for (const { folder, comment } of commented) {
      if (comment === "") continue;
      const marker = comment.slice(0, comment.indexOf("\n"));
      const old = own.find(({ body }) => body.split(/\r?\n/, 1)[0] === marker);
      if (old !== undefined) {
        if (old.body !== comment) await api("PATCH", `/issues/comments/${old.id}`, { body: comment });
        continue;
      }
      // Of several PoCs, those that the branch does not touch need no comment.
      if (commented.length > 1 && !touches(folder)) continue;
      if (created >= NEW_COMMENTS) left.push(folder);
      else {
        await api("POST", `/issues/${number}/comments`, { body: comment });
        created++;
      }
    }
    if (left.length > 0) command("notice", "poc", `no comment for ${left.length} more PoCs: ${left.join(", ")}`);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    // A fork's token only reads. The check itself is not touched by that.
    command("notice", "poc wrote no comment", `${error.message}. The summary of the job says the same.`);
  }
}

function pullRequest() {
  if (!env.GITHUB_EVENT_PATH || !existsSync(env.GITHUB_EVENT_PATH)) return undefined;
  const number = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, "utf8")).pull_request?.number;
  return Number.isSafeInteger(number) ? number : undefined;
}

/** Comments by the token's own author that begin with the marker of a PoC; all pages are read. */
async function ownComments(number) {
  const author = env.POC_ACTION_COMMENT_AUTHOR || "github-actions[bot]";
  const own = [];
  for (let page = 1; ; page++) {
    const comments = await api("GET", `/issues/${number}/comments?per_page=100&page=${page}`);
    own.push(...comments.filter(({ user, body }) => user?.login === author && body?.startsWith("<!-- poc:report id=")));
    if (comments.length < 100) return own;
  }
}

/** Whether the branch changes anything in the folder; where git does not know, it may. */
function touches(folder) {
  const base = env.POC_ACTION_BASE || (env.GITHUB_BASE_REF ? `origin/${env.GITHUB_BASE_REF}` : "");
  if (base === "" || base.startsWith("-")) return true;
  const { status } = spawnSync("git", ["diff", "--quiet", `${base}...HEAD`, "--", folder], {
    cwd: root,
    stdio: "ignore",
  });
  return status !== 0;
}

class ApiError extends Error {}

async function api(method, path, body) {
  const url = `${env.GITHUB_API_URL || "https://api.github.com"}/repos/${env.GITHUB_REPOSITORY}${path}`;
  let response;
  try {
    response = await fetch(url, {
      method,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${env.POC_ACTION_TOKEN}`,
        "content-type": "application/json",
        "user-agent": "poc-action",
        "x-github-api-version": "2022-11-28",
      },
      signal: AbortSignal.timeout(SECONDS * 1000),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch (error) {
    throw new ApiError(`GitHub did not answer (${error.cause?.code ?? error.name})`);
  }
  if (response.ok) return response.json();
  const rights = [401, 403, 404].includes(response.status)
    ? ": the token may not write comments here; give the job permissions: pull-requests: write, unless it is of a fork"
    : "";
  throw new ApiError(`GitHub answered ${response.status} to ${method}${rights}`);
}

process.exitCode = await main();
