/**
 * What a YAML text says before anything is known of what it means: plain values, maps without a prototype.
 * `undefined` in a list is the hole that a placeholder or an unreadable item left, so that indices keep their meaning.
 */
export type Written = string | number | boolean | null | undefined | WrittenList | WrittenMap;
export type WrittenList = Written[];
export interface WrittenMap {
  [key: string]: Written;
}

export function isWrittenList(written: Written): written is WrittenList {
  return Array.isArray(written);
}

export function isWrittenMap(written: Written): written is WrittenMap {
  return typeof written === "object" && written !== null && !Array.isArray(written);
}

/** A map without a prototype: no key of it can be one of JavaScript's own. */
export function emptyMap(): WrittenMap {
  return Object.create(null) as WrittenMap;
}

/** Keys that would be read as JavaScript's own by careless code further on. No field is called so, and no id may be. */
export function isForbiddenKey(key: string): boolean {
  return key === "__proto__" || key === "constructor" || key === "prototype";
}
