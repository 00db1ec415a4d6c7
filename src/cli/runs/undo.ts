export function runUndo(): number { throw new Error("not yet"); }
