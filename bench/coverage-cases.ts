/*
 * What files of cases are judged by, in the designs in which simpler methods fail: scores within a range, groups of
 * which a few are wholly bad, and pairs in groups. The simpler method stands beside each.
 */

import {
  type ClusterCount,
  type Interval,
  type PairedCluster,
  type PairedTable,
  type Random,
  bettingMean,
  boundedMean,
  clusteredPairedDifference,
  clusteredPairedRatio,
  clusteredRate,
  kornGraubard,
  meanInterval,
  newcombePaired,
  sampleMoments,
  tangRatio,
} from "../src/statistics/public.ts";

export const CONFIDENCE = 0.95;

/** One way of drawing samples, and the bounds that are tried on them. */
export interface Design {
  readonly method: string;
  readonly design: string;
  readonly truth: number;
  readonly draw: (random: Random) => Interval;
}

export function caseDesigns(): readonly Design[] {
  return [...scores(), ...badGroups(), ...groupedPairs()];
}

type Cells = readonly (readonly [value: number, chance: number])[];

/** Answers of a judge: mostly good, with a few noughts or without. */
function scores(): readonly Design[] {
  const kinds: readonly (readonly [name: string, least: number, most: number, cells: Cells])[] = [
    [
      "0 to 5, 5% noughts",
      0,
      5,
      [
        [0, 0.05],
        [3, 0.1],
        [4, 0.35],
        [5, 0.5],
      ],
    ],
    [
      "0 to 5, 20% noughts",
      0,
      5,
      [
        [0, 0.2],
        [3, 0.1],
        [4, 0.3],
        [5, 0.4],
      ],
    ],
    [
      "1 to 5, ordinary",
      1,
      5,
      [
        [1, 0.03],
        [2, 0.07],
        [3, 0.2],
        [4, 0.4],
        [5, 0.3],
      ],
    ],
  ];
  return kinds.flatMap(([name, least, most, cells]) =>
    [3, 10, 20, 50, 200].flatMap((n): readonly Design[] => {
      const range = { least, most };
      const truth = cells.reduce((sum, [value, chance]) => sum + value * chance, 0);
      const draw = (random: Random) => Array.from({ length: n }, () => pick(random, cells));
      const design = `n ${n}, scores ${name}`;
      return [
        {
          method: "t interval",
          design,
          truth,
          draw: (random) => meanInterval(sampleMoments(draw(random)), CONFIDENCE),
        },
        { method: "bets on each value", design, truth, draw: (random) => bettingMean(draw(random), range, CONFIDENCE) },
        {
          method: "bets on the moments",
          design,
          truth,
          draw: (random) => boundedMean(sampleMoments(draw(random)), range, CONFIDENCE),
        },
      ];
    }),
  );
}

function pick(random: Random, cells: Cells): number {
  let left = random();
  for (const [value, chance] of cells) {
    left -= chance;
    if (left < 0) return value;
  }
  return cells.at(-1)![0];
}

/** A few groups are wholly wrong, the rest nearly right. */
function badGroups(): readonly Design[] {
  const designs: readonly (readonly [groups: number, size: number, bad: number, right: number])[] = [
    [10, 10, 0.1, 0.97],
    [20, 10, 0.03, 0.99],
    [20, 10, 0.05, 0.99],
    [20, 10, 0.1, 0.99],
    [50, 10, 0.03, 0.99],
    [30, 5, 0.05, 0.95],
  ];
  return designs.flatMap(([groups, size, bad, right]): readonly Design[] => {
    const truth = (1 - bad) * right;
    const draw = (random: Random): readonly ClusterCount[] =>
      Array.from({ length: groups }, () => {
        const rate = random() < bad ? 0 : right;
        let x = 0;
        for (let k = 0; k < size; k += 1) x += Number(random() < rate);
        return { x, n: size };
      });
    const design = `${groups} groups of ${size}, ${100 * bad}% wholly bad, the rest right in ${100 * right}%`;
    return [
      { method: "Korn–Graubard alone", design, truth, draw: (random) => kornGraubard(draw(random), CONFIDENCE) },
      { method: "clustered rate", design, truth, draw: (random) => clusteredRate(draw(random), CONFIDENCE) },
    ];
  });
}

interface GroupedPairs {
  readonly table: PairedTable;
  readonly clusters: readonly PairedCluster[];
}

/** Every case of a group follows the mood of the group, once for each arm, as often as `alike` says. */
function groupedPairs(): readonly Design[] {
  const [first, second] = [0.2, 0.3];
  const designs: readonly (readonly [groups: number, size: number, alike: number])[] = [
    [60, 5, 0.3],
    [30, 10, 0.5],
    [15, 8, 0.3],
  ];
  return designs.flatMap(([groups, size, alike]): readonly Design[] => {
    const draw = (random: Random): GroupedPairs => {
      const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
      const clusters = Array.from({ length: groups }, () => {
        const moods = [random(), random()];
        const sums = { first: 0, second: 0, n: size };
        for (let k = 0; k < size; k += 1) {
          const own = random();
          const [u, v] = moods.map((mood) => (random() < alike ? mood : random() < 0.5 ? own : random()));
          const [one, two] = [u! < first, v! < second];
          sums.first += Number(one);
          sums.second += Number(two);
          table[one ? (two ? "both" : "onlyFirst") : two ? "onlySecond" : "neither"] += 1;
        }
        return sums;
      });
      return { table, clusters };
    };
    const design = `${groups} groups of ${size} pairs, alike by ${alike}`;
    const of = (method: string, truth: number, bounds: (pairs: GroupedPairs) => Interval): Design => ({
      method,
      design,
      truth,
      draw: (random) => bounds(draw(random)),
    });
    return [
      of("Newcombe, plain pairs", first - second, ({ table }) => newcombePaired(table, CONFIDENCE)),
      of("Newcombe, in groups", first - second, ({ table, clusters }) =>
        clusteredPairedDifference(table, clusters, CONFIDENCE),
      ),
      of("Tang, plain pairs", first / second, ({ table }) => tangRatio(table, CONFIDENCE)),
      of("Tang, in groups", first / second, ({ table, clusters }) => clusteredPairedRatio(table, clusters, CONFIDENCE)),
    ];
  });
}
