import type { Random } from "../../src/statistics/simulation/xoshiro.ts";
import { OnePoc, TARGET } from "./one-poc.ts";

/** A way to run a PoC, and to stop at the first "met": whether it came to it, and on how many cases. */
export interface Strategy {
  readonly name: string;
  /** Whether the chances of a false "met" add up exactly; else the promise is "about". */
  readonly promise: "at most" | "about" | "none";
  readonly run: (random: Random, truth: number) => { readonly met: boolean; readonly cases: number };
}

type Poc = ConstructorParameters<typeof OnePoc>[2];

/** Plays moves until the tool says met. */
function playing(
  name: string,
  fields: Poc,
  moves: (poc: OnePoc) => Iterable<unknown>,
  promise: Strategy["promise"] = "at most",
  judged = 0,
): Strategy {
  return {
    name,
    promise,
    run(random, truth) {
      const poc = new OnePoc(random, truth, fields);
      for (const _ of moves(poc)) if (poc.met(judged)) return { met: true, cases: poc.cases };
      return { met: false, cases: poc.cases };
    },
  };
}

/** Where Clopper–Pearson spends nearly all of 5 % at a target of 90 %. */
const N = 227;

function* growing(poc: OnePoc, to: number, looks: number, from = { x: 0, n: 0 }, arm = -1) {
  let { x, n } = from;
  for (let look = 1; look <= looks; look += 1) {
    const next = from.n + Math.round(((to - from.n) * look) / looks);
    x += poc.successes(next - n);
    n = next;
    poc.log({ x, n, arm });
    yield { x, n };
  }
}

function* runs(poc: OnePoc, sizes: readonly number[], arm = -1) {
  for (const n of sizes) yield poc.run(n, arm);
}

const times = (count: number, n: number): readonly number[] => Array.from({ length: count }, () => n);

function* arms(poc: OnePoc, count: number, reruns: number) {
  yield poc.log(...Array.from({ length: count }, (_, arm) => ({ x: poc.successes(N), n: N, arm })));
  for (let rerun = 0; rerun < reruns; rerun += 1) yield poc.run(N, poc.leader());
}

function* armsInTurn(poc: OnePoc, count: number, confirming: boolean) {
  for (let arm = 0; arm < count; arm += 1) {
    yield poc.run(N, arm);
    if (confirming) yield poc.run(N, poc.leader());
  }
}

function* undoing(poc: OnePoc, count: number) {
  for (let run = 0; run < count; run += 1) {
    const entry = poc.log({ x: poc.successes(N), n: N });
    yield entry;
    poc.undo(entry);
  }
}

function* amending(poc: OnePoc, count: number) {
  yield poc.run(N);
  for (let amendment = 1; amendment <= count; amendment += 1) {
    poc.amendSize(N + amendment);
    yield poc.run(N + amendment);
  }
}

/** Half of the sample is seen, and then its size is changed to where it looks best. */
function* resized(poc: OnePoc) {
  const x = poc.successes(114);
  yield poc.log({ x, n: 114 });
  const to = x / 114 > 0.92 ? 130 : x / 114 > 0.88 ? 400 : 800;
  poc.amendSize(to);
  yield* growing(poc, to, 3, { x, n: 114 });
}

/** The figures of both evals are the same, so that the arm that is picked by one is the best by the other. */
function* twoEvals(poc: OnePoc, count: number) {
  const figures = Array.from({ length: count }, (_, arm) => ({ x: poc.successes(N), n: N, arm }));
  yield poc.log(
    ...figures.flatMap((one) => [
      { ...one, of: 0 },
      { ...one, of: 1 },
    ]),
  );
  for (let arm = 0; arm < 1; arm += 1) {
    const again = { x: poc.successes(N), n: N, arm: poc.leader() };
    yield poc.log({ ...again, of: 0 }, { ...again, of: 1 });
  }
}

function* deciding(poc: OnePoc, count: number) {
  for (let decision = 0; decision < count; decision += 1) {
    yield poc.run(200);
    poc.decide();
  }
}

/** Whenever the first cases look bad, they are thrown away, and another sample is begun. */
function* startingOver(poc: OnePoc, pilot: number, most: number) {
  for (let sample = 0; sample < most; sample += 1) {
    const x = poc.successes(pilot);
    yield poc.log({ x, n: pilot });
    if (x / pilot >= TARGET + 0.02 || sample === most - 1) return yield* growing(poc, N, 1, { x, n: pilot });
  }
}

function* extending(poc: OnePoc, to: number) {
  const x = poc.successes(N);
  yield poc.log({ x, n: N });
  yield* growing(poc, to, 1, { x, n: N });
}

function* extendedTwice(poc: OnePoc) {
  let x = poc.successes(N);
  yield poc.log({ x, n: N });
  for (const n of [2 * N, 3 * N]) {
    x += poc.successes(N);
    yield poc.log({ x, n });
  }
}

/** In the order of statistics.md, section 14, and what else came to mind. */
export const STRATEGIES: readonly Strategy[] = [
  playing("one look", { minN: N }, (poc) => runs(poc, [N])),
  playing("ten looks at one growing sample", { minN: N }, (poc) => growing(poc, N, 10)),
  playing("ten looks at one growing sample, n 200", { minN: 200 }, (poc) => growing(poc, 200, 10)),
  playing("two full runs on one arm", { minN: N }, (poc) => runs(poc, times(2, N))),
  playing("six full runs on one arm, n 200", { minN: 200 }, (poc) => runs(poc, times(6, 200))),
  ...[2, 3, 5].map((k) =>
    playing(`${k} arms at once, the best confirmed`, { minN: N, arms: k }, (poc) => arms(poc, k, 1)),
  ),
  ...[2, 3, 5].map((k) => playing(`${k} arms at once, not confirmed`, { minN: N, arms: k }, (poc) => arms(poc, k, 0))),
  ...[3, 5].map((k) => playing(`${k} arms, ten reruns of the one that leads`, { minN: N }, (poc) => arms(poc, k, 10))),
  ...[2, 5, 8].map((k) =>
    playing(`an arm alone, others later: ${k} in all`, { minN: N }, (poc) => armsInTurn(poc, k, false)),
  ),
  ...[2, 3, 5].map((k) =>
    playing(`… and the leader run again after each: ${k} in all`, { minN: N }, (poc) => armsInTurn(poc, k, true)),
  ),
  ...[2, 5].map((k) =>
    playing(`${k} arms that were named, one after the other, the leader run again`, { minN: N, arms: k }, (poc) =>
      armsInTurn(poc, k, true),
    ),
  ),
  ...[3, 10].map((k) => playing(`no size agreed, ${k} runs`, {}, (poc) => runs(poc, times(k, N)))),
  playing("no size agreed, ten looks at one growing sample", {}, (poc) => growing(poc, N, 10)),
  playing("no size agreed, extended once", {}, (poc) => extending(poc, 2 * N)),
  playing("no size agreed, extended twice", {}, (poc) => extendedTwice(poc)),
  playing("an extension that was agreed", { minN: N, extendedN: 2 * N }, (poc) => extending(poc, 2 * N)),
  playing(
    "an extension that was agreed, run afresh",
    { minN: N, extendedN: 2 * N },
    (poc) => runs(poc, [N, 2 * N]),
    "about",
  ),
  ...[1, 2, 5].map((k) => playing(`size amended ${k} times by one case`, { minN: N }, (poc) => amending(poc, k))),
  playing("size amended half way, to where it looks best", { minN: N }, (poc) => resized(poc)),
  ...[2, 3, 5].map((k) =>
    playing(
      `a second primary eval on the arm that was picked of ${k}`,
      { minN: N, evals: 2, arms: k },
      (poc) => twoEvals(poc, k),
      "at most",
      1,
    ),
  ),
  ...[3, 10].map((k) =>
    playing(`${k} runs in one entry, which is refused, by hand`, { minN: N }, (poc) => [
      poc.log(...Array.from({ length: k }, () => ({ x: poc.successes(N), n: N }))),
    ]),
  ),
  playing("undo a bad run, five times", { minN: N }, (poc) => undoing(poc, 5)),
  playing(
    "a tenth of the cases, begun anew when they look bad, five times",
    { minN: N },
    (poc) => startingOver(poc, 23, 5),
    "about",
  ),
  playing(
    "a third of the cases, begun anew when they look bad, five times",
    { minN: N },
    (poc) => startingOver(poc, 76, 5),
    "about",
  ),
  playing(
    "nine tenths, begun anew when they look bad, five times",
    { minN: N },
    (poc) => startingOver(poc, 204, 5),
    "about",
  ),
  playing(
    "ten looks, each at a fresh sample",
    { minN: N },
    (poc) =>
      runs(
        poc,
        Array.from({ length: 10 }, (_, k) => Math.round((N * (k + 1)) / 10)),
      ),
    "none",
  ),
  ...[2, 4].map((k) => playing(`a decision between runs: ${k}`, { minN: 200 }, (poc) => deciding(poc, k), "none")),
];
