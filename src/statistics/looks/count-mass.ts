import { binomialProbability } from "../distributions/binomial.ts";

/** What is less likely than this is left out of a distribution. */
const NEGLIGIBLE = 1e-18;

/** The chances of the counts from `first` up, as far as no look has crossed its boundary. */
export interface Mass {
  readonly first: number;
  readonly chances: Float64Array;
}

/** The counts after so many more trials with the chance `p`, strictly between 0 and 1. */
export function convolved({ first, chances }: Mass, trials: number, p: number): Mass {
  if (trials === 0) return { first, chances };
  const steps = binomial(trials, p);
  const sum = new Float64Array(chances.length + steps.chances.length - 1);
  for (let i = 0; i < chances.length; i += 1) {
    const chance = chances[i]!;
    if (chance > NEGLIGIBLE)
      for (let j = 0; j < steps.chances.length; j += 1) sum[i + j]! += chance * steps.chances[j]!;
  }
  return { first: first + steps.first, chances: sum };
}

/** All counts that are not negligible, from the most likely one outwards. */
function binomial(n: number, p: number): Mass {
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const top = binomialProbability(mode, n, p);
  const odds = p / (1 - p);
  const above: number[] = [];
  for (let x = mode, chance = top; x < n && chance > NEGLIGIBLE; x += 1) {
    chance *= ((n - x) / (x + 1)) * odds;
    above.push(chance);
  }
  const below: number[] = [];
  for (let x = mode, chance = top; x > 0 && chance > NEGLIGIBLE; x -= 1) {
    chance *= x / (n - x + 1) / odds;
    below.push(chance);
  }
  return { first: mode - below.length, chances: Float64Array.from([...below.reverse(), top, ...above]) };
}
