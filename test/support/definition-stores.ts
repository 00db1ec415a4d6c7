import type { KeptStore } from "../../src/app/ports/ports.ts";

export interface MemoryStore extends KeptStore {
  /** What is kept now, and what has been asked for so far. */
  text: string | undefined;
  readonly calls: ("load" | "save")[];
}

export function memoryStore(build = "test", text?: string): MemoryStore {
  return {
    build,
    text,
    calls: [],
    load() {
      this.calls.push("load");
      return this.text;
    },
    save(kept) {
      this.calls.push("save");
      this.text = kept;
    },
  };
}
