export function runAmend(): number { throw new Error("not yet"); }
