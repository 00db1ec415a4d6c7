export function runExplain(): number { throw new Error("not yet"); }
