/** Refuses an empty answer to a question whose answer becomes part of the record. */
export function neededAnswer(text: string): string | undefined {
  return text.trim() === "" ? "this is part of the record and cannot be left out" : undefined;
}
