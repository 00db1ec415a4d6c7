import type { Sha256 } from "../../app/ports/ports.ts";

/** Hex sha256 of a text in UTF-8. Loads node:crypto, which is why `Context` reaches it through a promise. */
export async function loadSha256(): Promise<Sha256> {
  const { createHash } = process.getBuiltinModule("node:crypto");
  return (text) => createHash("sha256").update(text, "utf8").digest("hex");
}
