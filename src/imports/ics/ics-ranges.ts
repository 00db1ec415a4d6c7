import type { IcsClock, WallTime } from "./ics-clock.ts";
import type { IcsPart } from "./ics-parts.ts";

/** A change of one time of a repeated event and of all that follow it: RANGE=THISANDFUTURE of RFC 5545. */
export interface IcsRange {
  readonly part: IcsPart;
  /** From which time on, as the event had it at first. */
  readonly wasMs: number;
  /** How much later they begin, on the clock on the wall. */
  readonly shiftMs: number;
}

/** The change that goes for a time: the last that begins no later. */
export function rangeFor(ranges: readonly IcsRange[], startMs: number): IcsRange | undefined {
  return ranges.filter(({ wasMs }) => wasMs <= startMs).sort((a, b) => b.wasMs - a.wasMs)[0];
}

/** How far a change moves its times. In one place it is the difference on the wall: 9:00 to 10:00 in any season. */
export function shiftOf(was: WallTime, start: WallTime, clock: IcsClock): number {
  return was.place === start.place ? wallMs(start) - wallMs(was) : clock.epochOf(start) - clock.epochOf(was);
}

/** When a time begins that was moved on the wall. */
export function shifted({ time, place }: WallTime, shiftMs: number, clock: IcsClock): number {
  const there = time.clone();
  there.adjust(0, 0, 0, shiftMs / 1000);
  return clock.epochOf({ time: there, place });
}

function wallMs({ time: { year, month, day, hour, minute, second } }: WallTime): number {
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
