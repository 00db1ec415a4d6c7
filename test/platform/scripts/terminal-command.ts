// Exercises the real terminal: node terminal-command.cjs out BYTES | in LIMIT | is
import { FileFault } from "../../../src/app/ports/faults.ts";
import { realTerminal } from "../../../src/platform/person/terminal.ts";

const [operation, argument] = process.argv.slice(2);
const terminal = realTerminal();
try {
  if (operation === "out") {
    const line = `${"ä".repeat(49)}\n`;
    terminal.out(line.repeat(Number(argument) / 99));
    terminal.err("done\n");
  } else if (operation === "in") {
    terminal.out(JSON.stringify(terminal.readInput(Number(argument))));
  } else {
    const { inIsTerminal, outIsTerminal, errIsTerminal, columns } = terminal;
    terminal.err(JSON.stringify({ inIsTerminal, outIsTerminal, errIsTerminal, columns }));
  }
} catch (error) {
  if (!(error instanceof FileFault)) throw error;
  terminal.err(`${error.kind}: ${error.message}\n`);
  process.exitCode = 3;
}
