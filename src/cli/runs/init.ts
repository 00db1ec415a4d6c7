export function runInit(): number { throw new Error("not yet"); }
