/*
 * First the procedure, as a user meets it: PoCs whose logs are made by lot, judged by the functions of the domain, with
 * somebody who stops at the first "met". `procedure/strategies.ts` has the ways in which one can go about it.
 *
 * Then how often the bounds of src/statistics are wrong, by simulation with fixed seeds: data are drawn with the truth
 * known, and a bound that claims the truth to lie on its other side counts as an error. Each column should stay near
 * or below 5 %; the designs include the hard ones (few trials, rates near 1, skewed values, few clusters), where some
 * methods do not, and that is what this table is for.
 *
 *   npm run bench:coverage [-- RUNS [RUNS OF THE PROCEDURE]]
 */

import { keepsItsPromise, measured } from "./procedure/measured-strategy.ts";
import { STRATEGIES } from "./procedure/strategies.ts";

import {
  type ClusterCount,
  type Interval,
  type Random,
  alwaysValid,
  betaQuantile,
  clopperPearson,
  clusterMean,
  clusteredRatio,
  haybittlePeto,
  kornGraubard,
  meanInterval,
  miettinenNurminen,
  newcombeDifference,
  newcombePaired,
  normalQuantile,
  pairedMeanRatio,
  percentileInterval,
  sampleMoments,
  seededRandom,
  tangRatio,
  welch,
  wilson,
} from "../src/statistics/public.ts";
import { caseDesigns, CONFIDENCE, type Design } from "./coverage-cases.ts";
import { judgedRates } from "./judged-rates.ts";

const successes = (random: Random, n: number, rate: number): number => {
  let count = 0;
  for (let i = 0; i < n; i += 1) if (random() < rate) count += 1;
  return count;
};

const normal = (random: Random): number => normalQuantile((Math.floor(random() * 2 ** 52) + 0.5) / 2 ** 52);

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

function oneRate(name: string, method: (x: number, n: number, c: number) => Interval): Design[] {
  return [
    [20, 0.9],
    [50, 0.9],
    [100, 0.95],
    [200, 0.8],
    [500, 0.5],
  ].map(([n = 0, truth = 0]) => ({
    method: name,
    design: `n ${n}, rate ${truth}`,
    truth,
    draw: (random) => method(successes(random, n, truth), n, CONFIDENCE),
  }));
}

function separateRates(): Design[] {
  return [
    [50, 0.1, 0.6],
    [100, 0.2, 0.6],
    [100, 0.5, 0.8],
    [200, 0.05, 0.6],
  ].flatMap(([n = 0, base = 0, ratio = 0]) => {
    const rate = base * ratio;
    return [
      {
        method: "Newcombe difference",
        design: `n ${n} + ${n}, rates ${rate.toFixed(3)} and ${base}`,
        truth: rate - base,
        draw: (random: Random) =>
          newcombeDifference(successes(random, n, rate), n, successes(random, n, base), n, CONFIDENCE),
      },
      {
        method: "Miettinen–Nurminen ratio",
        design: `n ${n} + ${n}, rates ${rate.toFixed(3)} and ${base}`,
        truth: ratio,
        draw: (random: Random) =>
          miettinenNurminen(successes(random, n, rate), n, successes(random, n, base), n, CONFIDENCE),
      },
    ];
  });
}

function sameItems(): Design[] {
  return [
    [50, 0.2, 0.6, 0.8],
    [100, 0.3, 0.6, 0.8],
    [200, 0.1, 0.6, 0.5],
  ].flatMap(([n = 0, base = 0, ratio = 0, overlap = 0]) => {
    const rate = base * ratio;
    const draw = (random: Random) => {
      const table = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
      for (let i = 0; i < n; i += 1) {
        const u = random();
        if (u < rate * overlap) table.both += 1;
        else if (u < rate) table.onlyFirst += 1;
        else if (u < rate + base - rate * overlap) table.onlySecond += 1;
        else table.neither += 1;
      }
      return table;
    };
    const design = `n ${n}, rates ${rate.toFixed(3)} and ${base}, overlap ${overlap}`;
    return [
      {
        method: "Newcombe paired",
        design,
        truth: rate - base,
        draw: (random: Random) => newcombePaired(draw(random), CONFIDENCE),
      },
      { method: "Tang ratio", design, truth: ratio, draw: (random: Random) => tangRatio(draw(random), CONFIDENCE) },
    ];
  });
}

function means(): Design[] {
  const skewed = (random: Random): number => Math.exp(normal(random));
  return [
    ...[3, 10, 50].map((n) => ({
      method: "t interval",
      design: `n ${n}, normal`,
      truth: 0,
      draw: (random: Random) => meanInterval(sampleMoments(many(n, () => normal(random))), CONFIDENCE),
    })),
    ...[20, 200].map((n) => ({
      method: "t interval",
      design: `n ${n}, log-normal: not for skewed values`,
      truth: Math.exp(0.5),
      draw: (random: Random) => meanInterval(sampleMoments(many(n, () => skewed(random))), CONFIDENCE),
    })),
    {
      method: "Welch",
      design: "n 8 + 25, spreads 3 and 1",
      truth: 0,
      draw: (random) =>
        welch(
          sampleMoments(many(8, () => 3 * normal(random))),
          sampleMoments(many(25, () => normal(random))),
          CONFIDENCE,
        ),
    },
    {
      method: "Fieller, paired",
      design: "n 15, ratio 0.7, correlation 0.8",
      truth: 0.7,
      draw: (random) => {
        const pairs = many(15, () => {
          const shared = normal(random);
          return [7 + 0.7 * (0.8 * shared + 0.6 * normal(random)), 10 + shared] as const;
        });
        return pairedMeanRatio(
          pairs.map(([a]) => a),
          pairs.map(([, b]) => b),
          CONFIDENCE,
        );
      },
    },
    ...[30, 59, 300].map((n) => ({
      method: "p95",
      design: `n ${n}, log-normal`,
      truth: Math.exp(normalQuantile(0.95)),
      draw: (random: Random) =>
        percentileInterval(
          many(n, () => skewed(random)),
          0.95,
          CONFIDENCE,
        ),
    })),
  ];
}

type ClusterRateOf = (random: Random, rate: number, correlation: number) => () => number;

/** Clusters whose own rates follow a beta distribution: the usual model. */
const betaClusters: ClusterRateOf = (random, rate, correlation) => {
  const total = 1 / correlation - 1;
  return () => betaQuantile((Math.floor(random() * 2 ** 52) + 0.5) / 2 ** 52, rate * total, (1 - rate) * total).x;
};

/** Clusters whose rate is the common one moved towards 0 or 1 alike: a few that are all bad, the hardest case. */
const poisonedClusters: ClusterRateOf = (random, rate, correlation) => () => {
  const pull = Math.sqrt(correlation);
  return rate * (1 - pull) + (random() < rate ? pull : 0);
};

function clustered(): Design[] {
  return [
    ["beta", betaClusters, 10, 10, 0.8, 0.2],
    ["beta", betaClusters, 10, 10, 0.9, 0.2],
    ["beta", betaClusters, 20, 10, 0.95, 0.2],
    ["beta", betaClusters, 10, 10, 0.95, 0.5],
    ["beta", betaClusters, 40, 5, 0.8, 0.5],
    ["poisoned", poisonedClusters, 10, 10, 0.9, 0.2],
    ["poisoned", poisonedClusters, 20, 10, 0.95, 0.2],
  ].flatMap((row) => {
    const [name, model, groups, size, rate, correlation] = row as [
      string,
      ClusterRateOf,
      number,
      number,
      number,
      number,
    ];
    const draw = (random: Random): ClusterCount[] => {
      const next = model(random, rate, correlation);
      return many(groups, () => ({ x: successes(random, size, next()), n: size }));
    };
    const design = `${groups} ${name} clusters of ${size}, rate ${rate}, correlation ${correlation}`;
    return [
      {
        method: "Korn–Graubard",
        design,
        truth: rate,
        draw: (random: Random) => kornGraubard(draw(random), CONFIDENCE),
      },
      {
        method: "Rao–Scott ratio",
        design: `${design}, to a separate 200 at ${Math.min(0.95, rate + 0.05)}`,
        truth: rate / Math.min(0.95, rate + 0.05),
        draw: (random: Random) =>
          clusteredRatio(draw(random), successes(random, 200, Math.min(0.95, rate + 0.05)), 200, CONFIDENCE),
      },
      {
        method: "cluster mean (CR1)",
        design: `${design}: not for rates`,
        truth: rate,
        draw: (random: Random) =>
          clusterMean(
            draw(random).map(({ x, n }) => Array.from({ length: n }, (_, i) => (i < x ? 1 : 0))),
            CONFIDENCE,
          ),
      },
    ];
  });
}

/** The most extreme bounds over ten daily looks: an error at any of them is an error. */
function daily(method: string, bounds: (x: number, n: number, day: number) => Interval): Design[] {
  return [
    [20, 0.9],
    [50, 0.8],
  ].map(([perDay = 0, truth = 0]) => ({
    method,
    design: `10 looks, ${perDay} a day, rate ${truth}`,
    truth,
    draw: (random) => {
      let x = 0;
      let [low, high] = [0, 1];
      for (let day = 1; day <= 10; day += 1) {
        x += successes(random, perDay, truth);
        const interval = bounds(x, perDay * day, day);
        low = Math.max(low, interval.low);
        high = Math.min(high, interval.high);
      }
      return { estimate: truth, low, high };
    },
  }));
}

function looks(): Design[] {
  const { interim, final } = haybittlePeto(CONFIDENCE, 9);
  return [
    ...daily("naive daily looks", (x, n) => clopperPearson(x, n, CONFIDENCE)),
    ...daily("Haybittle–Peto", (x, n, day) => clopperPearson(x, n, day < 10 ? interim : final)),
    ...daily("always valid", (x, n) => alwaysValid(x, n, CONFIDENCE)),
  ];
}

const runs = Number(process.argv[2] ?? 5000);
const pocs = Number(process.argv[3] ?? 2000);

console.log(
  `The procedure: ${pocs} PoCs a line and truth, target 90 %, 5 % promised; met by mistake with the truth on`,
);
console.log(
  `the target, and with the truth at 95 %. Standard error of a 5 %: ${(100 * Math.sqrt(0.0475 / pocs)).toFixed(2)} points.\n`,
);
console.log(
  `${"strategy".padEnd(78)}${"promise".padEnd(10)}${"by mistake".padStart(10)}${"power".padStart(10)}${"cases".padStart(8)}`,
);
for (const [index, strategy] of STRATEGIES.entries()) {
  const found = measured(strategy, pocs, 20_261_123 + 2 * index);
  const share = (part: number): string => `${(100 * part).toFixed(1)} %`.padStart(10);
  const late = keepsItsPromise(found) ? "" : "  MORE THAN PROMISED";
  console.log(
    `${strategy.name.padEnd(78)}${strategy.promise.padEnd(10)}${share(found.size)}${share(found.power)}` +
      `${found.cases.toFixed(0).padStart(8)}${late}`,
  );
}
console.log("");

const designs = [
  ...oneRate("Clopper–Pearson", clopperPearson),
  ...oneRate("Wilson (not for one rate)", wilson),
  ...separateRates(),
  ...sameItems(),
  ...means(),
  ...clustered(),
  ...caseDesigns(),
  ...looks(),
  ...judgedRates(CONFIDENCE),
];

const percent = (count: number): string => `${((100 * count) / runs).toFixed(1)} %`.padStart(8);
console.log(`One-sided bounds at ${100 * CONFIDENCE} %, ${runs} runs a design, at most 5 % wished for on either side.`);
console.log(`Standard error of a 5 %: ${(100 * Math.sqrt((0.05 * 0.95) / runs)).toFixed(2)} points.\n`);
console.log(`${"method".padEnd(26)}${"design".padEnd(74)}${"low > true".padStart(10)}${"high < true".padStart(13)}`);
for (const [index, { method, design, truth, draw }] of designs.entries()) {
  const random = seededRandom(20_261_123 + index);
  let tooHigh = 0;
  let tooLow = 0;
  for (let run = 0; run < runs; run += 1) {
    const { low, high } = draw(random);
    // A bound on the truth itself is a claim that is true; rounding must not make it an error.
    if (low > truth + 1e-12) tooHigh += 1;
    if (high < truth - 1e-12) tooLow += 1;
  }
  console.log(
    `${method.padEnd(26)}${design.padEnd(74)}${percent(tooHigh).padStart(10)}${percent(tooLow).padStart(13)}`,
  );
}
