import { drawnOfEach } from "./empty-labels.ts";
import { seededRandom, type Random } from "../../../statistics/simulation/xoshiro.ts";

/** A case with what its judge said: whether it has the outcome that the eval counts. */
export interface JudgedCase {
  readonly id: string;
  readonly counted: boolean;
}

/**
 * A sample for people to label: half of it from what the judge counted and half from what it did not, so that both of
 * its errors can be seen; where one side has fewer, the other fills up. Drawn and shuffled with the seed, so that
 * neither the order nor the place of a case tells what the judge said, and anybody can draw the same sheet again.
 */
export function labelSample(cases: readonly JudgedCase[], size: number, seed: number): readonly string[] {
  const random = seededRandom(seed);
  const sorted = [...cases].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const [yes, no] = [true, false].map((word) =>
    shuffled(
      sorted.filter(({ counted }) => counted === word),
      random,
    ),
  );
  const { fromYes, fromNo } = drawnOfEach(yes!.length, no!.length, size);
  return shuffled([...no!.slice(0, fromNo), ...yes!.slice(0, fromYes)], random).map(({ id }) => id);
}

/** Fisher and Yates, from the end. */
function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  const all = [...items];
  for (let k = all.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [all[k], all[other]] = [all[other]!, all[k]!];
  }
  return all;
}
