import type { Path } from "../../diagnostics/place.ts";

/**
 * What stands in a definition and gave no value: paths of its file, from the root of the definition. An optional field
 * that is absent has its default; one that is here has none, for somebody meant something by what stands there.
 */
export interface Unread {
  /** Could not be read, or belongs nowhere: a key with a typo, an amount with a thousands separator. */
  readonly unread?: readonly Path[];
  /** Was left for later: `platform_cost: TBD`. */
  readonly leftOpen?: readonly Path[];
}

/** Whether the field at `path`, something within it or the whole around it could not be read. */
export function isUnread({ unread = [] }: Unread, ...path: Path): boolean {
  return unread.some((other) => other.slice(0, path.length).every((step, k) => step === path[k]));
}

/** `of` without what is unread below these keys, because something else says what holds there. */
export function withoutUnread<T extends Unread>(of: T, keys: readonly string[]): T {
  const { unread } = of;
  if (unread === undefined) return of;
  return { ...of, unread: unread.filter(([key]) => key === undefined || !keys.includes(String(key))) };
}
