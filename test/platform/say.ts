/** Prints a line among the results, for what a reader of them has to know, such as why a test was skipped. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
