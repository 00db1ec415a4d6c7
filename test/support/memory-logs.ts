import type { KeptLog, LogKeeper, LogStore } from "../../src/app/ports/ports.ts";

/** What is kept of a log in memory. */
export interface MemoryLog {
  readonly id: string;
  readonly pieces: readonly (readonly [number: number, bytes: Uint8Array])[];
}

let written = 0;

/** Keeps logs as the real store does: what is kept of the very same pieces keeps its id. */
export function memoryLogStore(kept: Map<string, MemoryLog>, folder: string): LogStore {
  return {
    read() {
      const log = kept.get(folder);
      return log && pieceByPiece(log);
    },
    keep() {
      const pieces: [number, Uint8Array][] = [];
      return {
        add: (number, bytes) => void pieces.push([number, new Uint8Array(bytes)]),
        done() {
          const before = kept.get(folder);
          const isSame = before !== undefined && JSON.stringify(before.pieces) === JSON.stringify(pieces);
          const log = isSame ? before : { id: `log-${written++}`, pieces };
          kept.set(folder, log);
          return log.id;
        },
        drop: () => undefined,
      } satisfies LogKeeper;
    },
  };
}

function pieceByPiece({ id, pieces }: MemoryLog): KeptLog {
  let at = -1;
  return {
    id,
    next: () => ++at < pieces.length,
    get number() {
      return pieces[at]![0];
    },
    get page() {
      return pieces[at]![1];
    },
    from: 0,
    get to() {
      return pieces[at]![1].length;
    },
    rewind: () => void (at = -1),
    close: () => undefined,
  };
}
