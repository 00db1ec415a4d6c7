import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readTimestamp } from "../../../src/platform/host/timestamp-token.ts";

/**
 * Tokens of a test authority over the text "poc freezes terms", made with openssl 3:
 * `openssl ts -query -data data.txt -sha256 -no_nonce -cert -out q.tsq`, then `openssl ts -reply -queryfile q.tsq …`.
 */
const file = (name: string) => readFileSync(join(import.meta.dirname, "timestamps", name));
const STAMPED = "a751dcd08361b3178da1036a9d0088252120f74a52dca1e4adb0d663dba176d3";

describe("time-stamp tokens (RFC 3161)", () => {
  test.each(["rsa.tsr", "ec.tsr", "rsa-token.der"])("%s is read and its signature holds", (name) => {
    const reading = readTimestamp(file(name));
    expect(reading).toEqual({
      ok: true,
      token: { epochMs: expect.any(Number), sha256: STAMPED, authority: "Test TSA", issuer: "Test Root" },
    });
  });

  test.each([
    ["nocert.tsr", "certificate"],
    ["sha512.tsr", "sha256"],
  ])("%s is refused, with why", (name, why) => {
    const reading = readTimestamp(file(name));
    expect(reading.ok ? "" : reading.why).toContain(why);
  });

  test.each([new Uint8Array(), new Uint8Array([0x30, 0x80]), Buffer.from("no token"), Buffer.alloc(5000, 0x30)])(
    "bytes that are none are refused",
    (bytes) => {
      expect(readTimestamp(bytes).ok).toBe(false);
    },
  );

  test("a changed byte says the same or nothing", () => {
    const token = file("rsa-token.der");
    const whole = readTimestamp(token);
    for (let at = 0; at < token.length; at += 37) {
      const changed = new Uint8Array(token);
      changed[at]! ^= 1;
      const reading = readTimestamp(changed);
      if (reading.ok) expect(reading).toEqual(whole);
    }
  });
});
