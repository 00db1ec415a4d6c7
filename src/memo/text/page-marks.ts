import type { BadgeTone } from "./badge-tone.ts";

/**
 * What the helpers leave in the Markdown of a page for `markdownPage` to find. Data cannot forge them: no text that was
 * made safe for Markdown holds a `<`.
 */

export function badgeMark(shown: string, tone: BadgeTone): string {
  return `<poc-badge-${tone}>${shown}</poc-badge>`;
}

export function leadMark(shown: string): string {
  return `<poc-lead>${shown}</poc-lead>`;
}

/** `id` is that of an entry. */
export function sourceMark(id: string): string {
  return `<poc-source id="${id}">`;
}

/** The entry that a source leads to. */
export function sourceIn(tag: string): string | undefined {
  return /^<poc-source id="([A-Za-z0-9_-]{1,64})">$/.exec(tag)?.[1];
}

/** Where a part of the appendix begins; the first is 1. No id of an entry or a chart holds a full stop. */
export function appendixPart(number: number): string {
  return `page.part-${number}`;
}

export function chartMark(name: string): string {
  return `<!-- chart:${name} -->`;
}

/** What a tag of HTML in the Markdown opens, or undefined where it is none of ours. */
export function openedBy(
  tag: string,
): { readonly closedBy: string; readonly kind: BadgeTone | "lead" | "anchor"; readonly id: string } | undefined {
  const [, tone] = /^<poc-badge-(good|bad|caution|open)>$/.exec(tag) ?? [];
  if (tone !== undefined) return { closedBy: "</poc-badge>", kind: tone as BadgeTone, id: "" };
  if (tag === "<poc-lead>") return { closedBy: "</poc-lead>", kind: "lead", id: "" };
  const [, id] = /^<a id="([A-Za-z0-9_-]{1,64})">$/.exec(tag) ?? [];
  return id === undefined ? undefined : { closedBy: "</a>", kind: "anchor", id };
}

/** Before and after what a screen does not show. */
export const PAPER_ONLY = "<!-- paper-only -->";
export const END_PAPER_ONLY = "<!-- end-paper-only -->";

/** The chart that a comment asks for. */
export function chartIn(comment: string): string | undefined {
  return /^<!-- chart:([a-z]+) -->\s*$/.exec(comment)?.[1];
}
