import {
  type Interval,
  type JudgeLabels,
  type Random,
  clopperPearson,
  correctedRate,
  labelledRate,
} from "../src/statistics/public.ts";

/*
 * Rates that a judge gave, uncorrected and corrected by labels of people: the rows of `coverage.ts` that belong to
 * "A judge that is held against people" in docs/statistics.md.
 */

interface Judged {
  /** The true rates of the labelled cases and of those that are judged. */
  readonly labelled: number;
  readonly truth: number;
  readonly sensitivity: number;
  readonly specificity: number;
  readonly cases: number;
  readonly labels: number;
}

const JUDGES: readonly Judged[] = [
  { labelled: 0.85, truth: 0.85, sensitivity: 0.98, specificity: 0.3, cases: 300, labels: 60 },
  { labelled: 0.85, truth: 0.85, sensitivity: 0.98, specificity: 0.3, cases: 500, labels: 100 },
  { labelled: 0.9, truth: 0.9, sensitivity: 0.9, specificity: 0.9, cases: 300, labels: 60 },
  { labelled: 0.95, truth: 0.95, sensitivity: 0.95, specificity: 0.8, cases: 300, labels: 100 },
  { labelled: 0.98, truth: 0.98, sensitivity: 0.7, specificity: 0.7, cases: 1000, labels: 60 },
  { labelled: 0.7, truth: 0.85, sensitivity: 0.9, specificity: 0.9, cases: 300, labels: 100 },
  { labelled: 0.5, truth: 0.9, sensitivity: 0.7, specificity: 0.7, cases: 300, labels: 100 },
];

/** How often a judge says yes of `n` cases, and how often it does so where the truth is yes. */
function verdicts(random: Random, { sensitivity, specificity }: Judged, truth: number, n: number) {
  const cells: [truly: boolean, said: boolean][] = [];
  for (let k = 0; k < n; k += 1) {
    const truly = random() < truth;
    cells.push([truly, random() < (truly ? sensitivity : 1 - specificity)]);
  }
  return cells;
}

function labelsOf(cells: readonly (readonly [truly: boolean, said: boolean])[], wanted: number): JudgeLabels {
  const taken = (said: boolean, most: number) => {
    const of = cells.filter(([, word]) => word === said);
    const labelled = of.slice(0, most);
    return { all: of.length, count: { x: labelled.filter(([truly]) => truly).length, n: labelled.length } };
  };
  const no = taken(false, Math.floor(wanted / 2));
  const yes = taken(true, wanted - no.count.n);
  return { judged: { x: yes.all, n: cells.length }, yes: yes.count, no: no.count };
}

export function judgedRates(confidence: number) {
  return JUDGES.flatMap((judge) => {
    const { labelled, truth, sensitivity, specificity, cases, labels } = judge;
    const about = `judge ${sensitivity}/${specificity}, true ${truth}, ${cases} cases, ${labels} labels`;
    const draw = (make: (labels: JudgeLabels, random: Random) => Interval) => (random: Random) =>
      make(labelsOf(verdicts(random, judge, labelled, cases), labels), random);
    const own = (says: JudgeLabels) => clopperPearson(says.judged.x, says.judged.n, confidence);
    const other = (random: Random) => {
      const yes = verdicts(random, judge, truth, cases).filter(([, said]) => said).length;
      return clopperPearson(yes, cases, confidence);
    };
    const corrected = {
      method: "corrected, other cases",
      design: `${about} at ${labelled}`,
      truth,
      draw: draw((says, random) => correctedRate(other(random), says, confidence)),
    };
    if (labelled !== truth) return [corrected];
    return [
      { method: "as judged (uncorrected)", design: about, truth, draw: draw(own) },
      {
        method: "labelled cases",
        design: about,
        truth,
        draw: draw((says) => labelledRate(own(says), says, confidence)),
      },
      corrected,
    ];
  });
}
