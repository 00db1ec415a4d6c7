const LONGEST = 64;

/**
 * The candidate closest to a mistyped word, or undefined where none is close enough to be what was meant.
 * Distance is Damerau-Levenshtein (optimal string alignment): insert, delete, replace, swap neighbours.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const wanted = word.toLowerCase();
  const best = closest(wanted, candidates);
  if (best !== undefined || wanted.length < 4 || wanted.length > LONGEST) return best;
  // "wrong" for "wrong-rate": a beginning that only one candidate has.
  const begun = [...candidates].filter((candidate) => candidate.toLowerCase().startsWith(wanted));
  return begun.length === 1 ? begun[0] : undefined;
}

/**
 * The known name that a new one is most likely a slip of. Short names are as close to each other as slips are, and
 * names that differ in their digits are numbered.
 */
export function slipOf(name: string, known: readonly string[]): string | undefined {
  if (name.length < 5) return undefined;
  return closest(
    name.toLowerCase(),
    known.filter((one) => withoutDigits(one) !== withoutDigits(name)),
  );
}

function withoutDigits(name: string): string {
  return name.toLowerCase().replace(/[-_.]?\d+/g, "");
}

function closest(wanted: string, candidates: Iterable<string>): string | undefined {
  // A word this long is not a slip of a known name, and the distance is quadratic.
  if (wanted.length > LONGEST) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - wanted.length) >= least) continue;
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

/** The name that was typed: itself, in capitals too, or the only one that begins like this. A typo does not count. */
export function meantName<T extends string>(typed: string, names: readonly T[]): T | undefined {
  const exact = names.find((name) => name === typed);
  if (exact !== undefined) return exact;
  const wanted = typed.trim().toLowerCase();
  if (wanted === "") return undefined;
  const begun = names.filter((name) => name.toLowerCase().startsWith(wanted));
  return begun.find((name) => name.length === wanted.length) ?? (begun.length === 1 ? begun[0] : undefined);
}

/** What to say about an unknown name: the nearest one, or those that exist. */
export function nameHint(word: string, names: readonly string[], otherwise?: string): string {
  const close = nearest(word, names);
  if (close !== undefined) return `did you mean ${close}?`;
  return otherwise ?? (names.length === 0 ? "there are none" : `known: ${names.join(", ")}`);
}

function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}
