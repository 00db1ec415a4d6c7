import { main } from "../src/main.ts";
import { lastResort } from "../src/platform/last-resort.ts";
import { realContext } from "../src/platform/real-context.ts";

// Until main has an answer, there is none: a process that ends early must not look like success.
process.exitCode = 3;
process.on("uncaughtException", lastResort);
void run();

async function run(): Promise<void> {
  try {
    process.exitCode = await main(process.argv.slice(2), realContext());
  } catch (error) {
    lastResort(error);
  }
}
