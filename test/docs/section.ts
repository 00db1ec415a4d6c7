import { expect } from "vitest";

/** The text with `content` between the marks `<!-- name:start -->` and `<!-- name:end -->`, which it has to have. */
export function withSection(text: string, name: string, content: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  expect(from, `the page has no section ${name}`).toBeGreaterThan(0);
  return `${text.slice(0, from + start.length)}\n${content}\n${text.slice(to)}`;
}
