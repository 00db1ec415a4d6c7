import type { CalendarAbout } from "../format.ts";

type Said = "off" | "excused";

/** Keeps what a calendar says of meetings that it does not have, so that a later export can take earlier ones back. */
export class IcsSaid {
  readonly #keyOf: (name: string) => string;
  /** For single meetings, by their keys. */
  readonly #meetings = new Map<string, Said>();
  /** For whole events, by UID: an occurrence that is missing was cancelled. */
  readonly #events = new Map<string, Said>();
  #fromMs = Infinity;
  #toMs = -Infinity;

  /** @param keyOf the key of a meeting from its UID, and of a repeated one from UID and time */
  constructor(keyOf: (name: string) => string) {
    this.#keyOf = keyOf;
  }

  /** An event with all its times. */
  event(uid: string, said: Said): void {
    this.#events.set(uid, said);
  }

  /** One time of a repeated event, by when it was to be at first. */
  time(uid: string, wasMs: number, said: Said): void {
    this.#meetings.set(this.#keyOf(timeName(uid, wasMs)), said);
  }

  /** Something takes place then, or was to. */
  at(startMs: number): void {
    this.#fromMs = Math.min(this.#fromMs, startMs);
    this.#toMs = Math.max(this.#toMs, startMs);
  }

  about(name: string | undefined): CalendarAbout {
    return {
      name,
      fromMs: this.#fromMs,
      toMs: this.#toMs,
      said: (key, startMs) => this.#meetings.get(key) ?? this.#saidOfEvent(key, startMs),
    };
  }

  #saidOfEvent(key: string, startMs: number): Said | undefined {
    for (const [uid, said] of this.#events)
      if (key === this.#keyOf(uid) || key === this.#keyOf(timeName(uid, startMs))) return said;
    return undefined;
  }
}

/** The name of one occurrence of a repeated event: its UID, and when it was first planned. */
export function timeName(uid: string, wasMs: number): string {
  return `${uid} ${new Date(wasMs).toISOString()}`;
}
