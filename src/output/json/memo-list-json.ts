import type { Memo } from "../../app/documents/documents.ts";

/** The documents that can be rendered, by their gates. */
export interface MemoListJson {
  readonly documents: readonly RenderableJson[];
}

export interface RenderableJson {
  /** As `poc memo` takes it. */
  readonly name: string;
  /** Number of the gate that asks for it. */
  readonly gate: number;
  readonly about: string;
}

export function memoListJson(memos: readonly Memo[]): MemoListJson {
  return { documents: memos.map(({ kind, gate, about }) => ({ name: kind, gate, about })) };
}
