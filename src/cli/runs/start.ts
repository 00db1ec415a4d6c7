export function runStart(): number { throw new Error("not yet"); }
