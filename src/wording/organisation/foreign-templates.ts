/** `Made from templates/memo/decision.md.hbs, a template that does not ship with poc: its words are not poc's.` */
export function madeFromSentence(names: string, count: number): string {
  return count === 1
    ? `Made from ${names}, a template that does not ship with poc: its words are not those of the tool.`
    : `Made from ${names}, templates that do not ship with poc: their words are not those of the tool.`;
}
