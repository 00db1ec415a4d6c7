import { casesOf } from "../judged-result.ts";
import { afterGivingUp, afterLook, extensionAllowed, freshSample, restOf, type ArmSample } from "./arm-sample.ts";
import { noteLine, noteRun, withArm, type Balance, type Book } from "./book.ts";
import { mayHaveGrown, type SeenRun } from "./seen-run.ts";

/** What a smaller run after the planned one is judged at: it can only show beyond doubt that the target is missed. */
const BEYOND_DOUBT = 0.001;

/** The account after one run. An arm that came too late for a part of the account shows nothing with it. */
export function afterRun(balance: Balance, run: SeenRun, size: number, book: Book): Balance {
  const name = run.result.arm;
  const n = casesOf(run.result);
  const arm = balance.arms.get(name);
  if (arm === undefined) return noteRun(book, balance, balance, run, { code: "look", level: 0 });
  if (arm.full === undefined) {
    if (arm.last === undefined || mayHaveGrown(arm.last.result, run.result))
      return afterLookOf(balance, run, arm, size, book);
    const fresh = freshSample(book.scale, afterGivingUp(arm, size, book.scale), arm.extendedTo);
    const line = { code: "started-over", entry: run.entry, arm: name, cases: n } as const;
    return afterLookOf(noteLine(book, balance, withArm(balance, name, fresh), line), run, fresh, size, book);
  }
  if (arm.reserve > 0 && n > arm.sample.n) return afterExtension(balance, run, arm, book);
  if (n < size) return noteRun(book, balance, balance, run, { code: "smaller-run", level: BEYOND_DOUBT });
  const confirms = balance.confirming > 0 && book.rules.pickedBefore(run.entry) === name;
  return afterFreshRun(balance, run, arm, confirms ? "confirming-run" : "rerun", book);
}

function afterLookOf(balance: Balance, run: SeenRun, arm: ArmSample, size: number, book: Book): Balance {
  const after = afterLook(arm, run, size);
  // What whole counts could not spend is not lost: it goes to reruns, or to the agreed extension.
  const over = after.full !== undefined && after.reserve === 0;
  const spare = balance.spare + (over ? restOf(after) : 0);
  const kept = over ? { ...after, budget: after.sample.spent } : after;
  const code = casesOf(run.result) >= size ? "planned-run" : "look";
  const next = { ...withArm(balance, run.result.arm, kept), spare };
  return noteRun(book, balance, next, run, { code, level: after.sample.level });
}

/**
 * The extension that was agreed beforehand goes on where the planned run ended. A fresh sample in its place is judged
 * by what the extension could still have spent.
 */
function afterExtension(balance: Balance, run: SeenRun, arm: ArmSample, book: Book): Balance {
  const { scale } = book;
  const n = casesOf(run.result);
  const { allowed, done } = extensionAllowed(arm, n);
  const grown = arm.last !== undefined && mayHaveGrown(arm.last.result, run.result);
  const reached = arm.last && scale.reached(arm.last.result);
  const fresh = Math.min(allowed, reached === undefined ? 0 : arm.sample.chanceAt(n, allowed, reached));
  const sample = grown ? arm.sample.lookAt(n, allowed) : arm.sample;
  const spent = grown ? sample.spent - arm.sample.spent : fresh;
  const left = restOf(arm) + arm.reserve - spent;
  const over = done || !grown;
  const after = { ...arm, sample, last: run, reserve: over ? 0 : left, budget: sample.spent };
  const next = { ...withArm(balance, run.result.arm, after), spare: balance.spare + (over ? left : 0) };
  const share = { code: over ? "extension" : "extension-look", level: grown ? sample.level : fresh } as const;
  return noteRun(book, balance, next, run, share);
}

/** Below this level there is nothing to spend: too little of the account is left. */
const NOTHING = 1e-9;

/**
 * A fresh run on an arm that was run before: out of what is set aside for confirming the picked arm, or half of what is
 * left. Where it may contain the cases of the run before, it has to be enough on the new ones alone as well.
 */
function afterFreshRun(
  balance: Balance,
  run: SeenRun,
  arm: ArmSample,
  code: "confirming-run" | "rerun",
  book: Book,
): Balance {
  const { scale } = book;
  const n = casesOf(run.result);
  const confirms = code === "confirming-run";
  const allowed = confirms ? balance.confirming : balance.spare / 2;
  const moved = withArm(balance, run.result.arm, { ...arm, last: run });
  if (allowed < NOTHING) return noteRun(book, balance, moved, run, { code, level: 0 });
  const look = scale.fresh().lookAt(n, allowed);
  const last = arm.last?.result;
  const goesOn = last !== undefined && n > casesOf(last) && mayHaveGrown(last, run.result);
  const onward = goesOn ? scale.grownFrom(last)?.lookAt(n, allowed).level : undefined;
  const next = confirms
    ? { ...moved, confirming: 0, spare: balance.spare + allowed - look.spent }
    : { ...moved, spare: balance.spare - look.spent };
  return noteRun(book, balance, next, run, { code, level: Math.min(look.level, onward ?? 1) });
}
