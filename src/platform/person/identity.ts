import type { Identity } from "../../app/ports/ports.ts";
import { gitFolderOf, readGitFile, type GitValues } from "./git-file.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Variables that make git read other files than those which are read here. */
const REDIRECTIONS = [
  "GIT_DIR",
  "GIT_CONFIG",
  "GIT_CONFIG_GLOBAL",
  "GIT_CONFIG_SYSTEM",
  "GIT_CONFIG_COUNT",
  "GIT_CONFIG_PARAMETERS",
];

/**
 * Who is at work: POC_AUTHOR, else what git would write as the author. Git's files are read here, for starting git
 * takes as long as all else that a short command does; git itself is asked only where they cannot tell.
 */
export function gitIdentity(env: Environment): Identity {
  return {
    author(cwd) {
      const given = env["POC_AUTHOR"]?.trim();
      if (given !== undefined && given !== "") return given;
      const [envName, envEmail] = [clean(env["GIT_AUTHOR_NAME"]), clean(env["GIT_AUTHOR_EMAIL"])];
      if (envName !== undefined && envEmail !== undefined) return personOf(envName, envEmail);
      const found = fromFiles(cwd, env);
      const complete = found !== undefined && (found.name !== undefined || found.email !== undefined);
      const { name, email } = complete ? found : fromGit(cwd, env);
      return personOf(envName ?? name, envEmail ?? email);
    },
  };
}

/** Undefined where git would read more than these files. Later files win over earlier ones, as in git. */
function fromFiles(
  cwd: string,
  env: Environment,
): { name?: string | undefined; email?: string | undefined } | undefined {
  if (REDIRECTIONS.some((name) => env[name] !== undefined)) return undefined;
  const home = env["HOME"] ?? env["USERPROFILE"];
  const configHome = env["XDG_CONFIG_HOME"] || (home === undefined ? undefined : `${home}/.config`);
  const files = env["GIT_CONFIG_NOSYSTEM"] === undefined ? ["/etc/gitconfig"] : [];
  if (configHome !== undefined) files.push(`${configHome}/git/config`);
  if (home !== undefined) files.push(`${home}/.gitconfig`);
  const repository = gitFolderOf(cwd);
  if (repository !== undefined) files.push(`${repository.common}/config`, `${repository.own}/config.worktree`);
  const merged: Record<string, string> = {};
  for (const file of files) {
    const values: GitValues | undefined = readGitFile(file);
    if (values === "unclear") return undefined;
    Object.assign(merged, values);
  }
  return {
    name: clean(merged["author.name"]) ?? clean(merged["user.name"]),
    email: clean(merged["author.email"]) ?? clean(merged["user.email"]),
  };
}

/** Fixed arguments, no shell, and nothing that a hostile repository could have git run. Git may be missing. */
function fromGit(cwd: string, env: Environment): { name: string | undefined; email: string | undefined } {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const ask = (key: string): string | undefined => {
    const result = spawnSync(
      "git",
      ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "config", "--get", key],
      {
        cwd,
        env: { ...env },
        shell: false,
        encoding: "utf8",
        timeout: 5000,
        stdio: ["ignore", "pipe", "ignore"],
      },
    );
    return result.error === undefined && result.status === 0 ? clean(result.stdout) : undefined;
  };
  return { name: ask("author.name") ?? ask("user.name"), email: ask("author.email") ?? ask("user.email") };
}

/** As git does: no brackets and no line breaks within, undefined where nothing is left. */
function clean(text: string | undefined): string | undefined {
  const cleaned = text?.replace(/[<>\p{Cc}]/gu, "").trim();
  return cleaned === "" ? undefined : cleaned;
}

function personOf(name: string | undefined, email: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  return email === undefined ? name : `${name} <${email}>`;
}
