import type { Pager } from "../../app/ports/ports.ts";

/**
 * The pager that `env` names, else less; run without a shell, as the editor is. less is told to keep colours and to
 * leave the text on the screen, unless LESS says otherwise.
 */
export function systemPager(env: Readonly<Record<string, string | undefined>>): Pager {
  return {
    page(text) {
      const [program = "", ...rest] = (env["PAGER"] ?? "less").trim().split(/ +/);
      // Both are how people say that they want none.
      if (program === "" || program === "cat") return false;
      const { spawnSync } = process.getBuiltinModule("node:child_process");
      const { pid } = spawnSync(program, rest, {
        input: text,
        stdio: ["pipe", "inherit", "inherit"],
        env: { LESS: "FRX", ...env },
        shell: false,
      });
      return pid > 0;
    },
  };
}
