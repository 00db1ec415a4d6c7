export type Environment = Readonly<Record<string, string | undefined>>;

/** What git printed, or how it ended: `no-git` where it does not start at all. */
export type GitOutcome =
  | { readonly ok: true; readonly output: Buffer }
  | { readonly ok: false; readonly why: "no-git" | "refused" | "too-much" };

interface GitCall {
  readonly cwd: string;
  readonly env: Environment;
  readonly command: readonly string[];
  readonly input?: string;
  /** So many bytes of output at most. */
  readonly most: number;
}

/** Fixed arguments, no shell, no hook, no pager, and no lock in a repository that somebody works in. */
export function runGit({ cwd, env, command, input, most }: GitCall): GitOutcome {
  const { spawnSync } = process.getBuiltinModule("node:child_process");
  const guarded = ["--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", ...command];
  const result = spawnSync("git", guarded, {
    cwd,
    env: { ...env, GIT_OPTIONAL_LOCKS: "0", GIT_NO_LAZY_FETCH: "1" },
    shell: false,
    timeout: 5000,
    maxBuffer: most,
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "ignore"],
    ...(input === undefined ? {} : { input }),
  });
  if (result.error === undefined && result.status === 0) return { ok: true, output: result.stdout };
  const code = result.error !== undefined && "code" in result.error ? result.error.code : undefined;
  return { ok: false, why: code === "ENOENT" ? "no-git" : code === "ENOBUFS" ? "too-much" : "refused" };
}
