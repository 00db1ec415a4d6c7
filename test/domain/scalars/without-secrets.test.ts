import * as fc from "fast-check";
import { expect, test } from "vitest";
import { findSecret } from "../../../src/domain/scalars/secret.ts";
import { withoutSecrets } from "../../../src/domain/scalars/without-secrets.ts";

const KEY = "AKIAABCDEFGHIJKLMNOP";
const BODY = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQ";
const said = (kind: string) => `[a line that seemed to contain ${kind} was not stored]`;

test.each<[string, string, string, readonly string[]]>([
  ["nothing to hide", "12 passed\nin 3 s\n", "12 passed\nin 3 s\n", []],
  [
    "a key in a line",
    `before\nkey=${KEY}\nafter`,
    `before\n${said("an AWS access key")}\nafter`,
    ["an AWS access key"],
  ],
  [
    "a private key with its body",
    `a\n-----BEGIN RSA PRIVATE KEY-----\n${BODY}\n${BODY}\n-----END RSA PRIVATE KEY-----\nb`,
    ["a", ...Array.from({ length: 4 }, () => said("a private key")), "b"].join("\n"),
    ["a private key"],
  ],
  [
    "a private key whose beginning was cut off",
    `12 passed\n${BODY}\n${BODY}\n-----END PRIVATE KEY-----\nb`,
    ["12 passed", ...Array.from({ length: 3 }, () => said("a private key")), "b"].join("\n"),
    ["a private key"],
  ],
  [
    "a private key whose end was cut off",
    `a\n-----BEGIN PRIVATE KEY-----\n${BODY}`,
    ["a", said("a private key"), said("a private key")].join("\n"),
    ["a private key"],
  ],
])("%s", (_, text, expected, kinds) => {
  expect(withoutSecrets(text)).toEqual({ text: expected, kinds });
});

test("whatever is left holds no secret, and as many lines as before", () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom(
      KEY,
      "-----BEGIN PRIVATE KEY-----",
      "-----END PRIVATE KEY-----",
      BODY,
      `ghp_${"a1".repeat(18)}`,
      "\n",
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 20 }), fc.constantFrom("", " ", "\n"), (words, between) => {
      const text = words.join(between);
      const redacted = withoutSecrets(text);
      expect(findSecret(redacted.text)).toBeUndefined();
      expect(redacted.text.split("\n")).toHaveLength(text.split("\n").length);
      expect(withoutSecrets(redacted.text).text).toBe(redacted.text);
    }),
  );
});
