export function runDecide(): number { throw new Error("not yet"); }
