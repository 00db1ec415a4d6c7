import { main } from "../src/main.ts";
import { lastResort } from "../src/platform/last-resort.ts";
import { realContext } from "../src/platform/real-context.ts";

process.on("uncaughtException", lastResort);

/** Runs the command line of this process; its exit code is that of the command. */
export async function run(): Promise<void> {
  // The exit code of a process that ends before main does: it must not look like success.
  process.exitCode = 3;
  try {
    process.exitCode = await main(process.argv.slice(2), realContext());
  } catch (error) {
    lastResort(error);
  }
}
