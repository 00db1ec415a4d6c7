let cell: Int32Array | undefined;

/** Sleeps without burning the processor and without the event loop. */
export function pause(milliseconds: number): void {
  cell ??= new Int32Array(new SharedArrayBuffer(4));
  Atomics.wait(cell, 0, 0, milliseconds);
}
