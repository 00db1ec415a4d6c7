import { errnoOf } from "./system-fault.ts";

/** Which machine this is, as locks and notes of changes name it. */
export function hostName(): string {
  return process.getBuiltinModule("node:os").hostname();
}

/** Whether another process of this machine that has the number `pid` is alive. */
export function isAlive(pid: number): boolean {
  // One with our number is of a process that had it before us: what we hold ourselves is not asked about.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return errnoOf(error) !== "ESRCH";
  }
}
