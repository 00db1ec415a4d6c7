export function runShow(): number { throw new Error("not yet"); }
