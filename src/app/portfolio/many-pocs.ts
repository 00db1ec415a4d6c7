import type { Context } from "../ports/ports.ts";

/** A portfolio of which more PoCs are judged leaves little memory to garbage. */
export const MANY = 10;

/** Places of PoCs, or what else is judged one after the other. */
export async function* inTurn<Place>(
  context: Pick<Context, "leanHeap">,
  places: readonly Place[],
): AsyncGenerator<Place> {
  let end: (() => void) | undefined;
  try {
    for (const [index, place] of places.entries()) {
      if (index >= MANY) end ??= await context.leanHeap();
      yield place;
    }
  } finally {
    end?.();
  }
}
