// Asks one question of each kind on the terminal and prints the answers.
import { Cancelled } from "../../../src/app/ports/faults.ts";
import { terminalPrompter } from "../../../src/platform/person/prompter.ts";

const prompter = terminalPrompter();
const choices = [
  { value: "a", label: "First" },
  { value: "b", label: "Second \u001b[31m" },
];

async function askAll(): Promise<void> {
  const name = await prompter.ask({
    message: "Name\u001b[2J",
    example: "Ana Ruiz",
    default: "Ana",
    refuse: (text) => (text === "bad" ? "not that" : undefined),
  });
  const chosen = await prompter.choose("Which", choices, "b");
  const many = await prompter.chooseMany("Several", choices);
  const sure = await prompter.confirm("Sure", true);
  process.stdout.write(`answers ${JSON.stringify({ name, chosen, many, sure })}\n`);
}

process.exitCode = 13;
void attempt();

async function attempt(): Promise<void> {
  try {
    await askAll();
    process.exitCode = 0;
  } catch (error) {
    process.stdout.write(`${error instanceof Cancelled ? "cancelled" : String(error)}\n`);
    process.exitCode = error instanceof Cancelled ? 130 : 1;
  }
}
