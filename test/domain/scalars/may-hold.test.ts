import * as fc from "fast-check";
import { expect, test } from "vitest";
import { mayHoldKey, mayHoldNamed } from "../../../src/domain/scalars/secrets/may-hold.ts";
import { named } from "../../../src/domain/scalars/secrets/named-secrets.ts";
import { SHAPES } from "../../../src/domain/scalars/secrets/secret-shapes.ts";
import { runs } from "../../support/properties.ts";

/** A text that a shape matches; fast-check knows no lookbehind, and what it would forbid is not drawn. */
function textsOf(shape: string): fc.Arbitrary<string> {
  return fc.stringMatching(new RegExp(shape.replace(/\(\?<?[!=][^)]*\)/g, "").replace(/\\b/g, "")));
}

const AROUND = fc.constantFrom("", " ", "see ", "key ", "(", '"', "=", "/", "\n", "ä ");

test.each(SHAPES)("a text with %s is compared with the shapes: %s", (_, shape) => {
  fc.assert(
    fc.property(AROUND, textsOf(`^${shape}$`), AROUND, (before, key, after) => {
      expect(mayHoldKey(before + key + after)).toBe(true);
    }),
    { numRuns: runs(40) },
  );
});

test.each(named().map(({ kind, shape }) => [kind, shape] as const))("a text with %s by its name: %s", (_, shape) => {
  const plain = shape.source.replace(/\(\?<[a-z]+>/g, "(?:").replace(/\[\^\\s[^\]]*\]|\\S/g, "[A-Za-z0-9]");
  fc.assert(
    fc.property(AROUND, textsOf(`^(?:${plain})$`), fc.boolean(), (before, secret, inCapitals) => {
      const text = before + secret;
      expect(mayHoldNamed(inCapitals && shape.ignoreCase ? text.toUpperCase() : text)).toBe(true);
    }),
    { numRuns: runs(60) },
  );
});

test.each([
  "log/2026-12-04-0800-run-000001j.yaml:4:11: measured 13.8%, plausibly 8.9% to 19.8%; not settled",
  "kill-criteria.yaml:4:7: error[kill-criterion-overdue]: no-better-than-search was due on Wed 2 Dec",
  'say in value.yaml how the figures are known, or poc log --risk "no-value-signal=low: why"',
  `<!-- poc:memo records=${"0123456789abcdef".repeat(4)} text=${"f0".repeat(32)} -->`,
  'poc log --risk "ops-invisible=low: why"; poc log --attest groundwork.secrets=LINK, mvp.observability=LINK',
  "Day 10 of 10 · 1,999,981.70 of 2,000,000.00 EUR left, 14 USD of tokens, the gate was passed",
])("an everyday text is compared with none: %s", (text) => {
  expect({ key: mayHoldKey(text), named: mayHoldNamed(text) }).toEqual({ key: false, named: false });
});
