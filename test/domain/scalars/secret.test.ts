import { expect, test } from "vitest";
import { findSecret } from "../../../src/domain/scalars/secret.ts";

const some = (length: number) => "aB3".repeat(Math.ceil(length / 3)).slice(0, length);

// Put together here, so that no scanner takes this file for a leak.
test.each([
  ["a private key", ["-----BEGIN ", "RSA PRIVATE KEY-----"]],
  ["a private key", ["-----BEGIN ", "PRIVATE KEY-----"]],
  ["an AWS access key", ["AKIA", "IOSFODNN7EXAMPLE"]],
  ["an AWS access key", ["ASIA", "IOSFODNN7EXAMPLE"]],
  ["a GitHub token", ["ghp_", some(36)]],
  ["a GitHub token", ["gho_", some(36)]],
  ["a GitHub token", ["ghs_", some(36)]],
  ["a GitHub token", ["github_pat_", some(30)]],
  ["a GitLab token", ["glpat-", some(20)]],
  ["an API key of a model provider", ["sk-", some(48)]],
  ["an API key of a model provider", ["sk-proj-", some(48)]],
  ["an API key of a model provider", ["sk-ant-", "api03-", some(48)]],
  ["a Google API key", ["AIza", some(35)]],
  ["a Slack token", ["xoxb-", "123456789012-", some(24)]],
  ["a Slack token", ["xoxp-", "123456789012-", some(24)]],
  ["a Stripe key", ["sk_live_", some(24)]],
  ["a Stripe key", ["rk_live_", some(24)]],
  ["a Hugging Face token", ["hf_", some(34)]],
  ["an npm token", ["npm_", some(36)]],
  ["a JSON web token", ["eyJ", some(20), ".eyJ", some(40), ".", some(43)]],
])("%s is found anywhere in a text", (kind, parts) => {
  const token = parts.join("");
  expect(findSecret(token)).toBe(kind);
  expect(findSecret(`set KEY=${token} first,\nthen run`)).toBe(kind);
});

test.each([
  ["", "nothing"],
  ["Reranker on, k=8. Clear gain on multi-hop questions.", "a note"],
  ["risk-based sampling, task-oriented prompts", "words that end in sk-"],
  ["sk-learn 1.5 and sk-image", "names of libraries"],
  ["AKIA", "a beginning"],
  ["the private key of the matter", "plain English"],
  ["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", "a hash"],
  ["eyJ is how a token begins", "talk of tokens"],
])("%j is none: %s", (text) => {
  expect(findSecret(text)).toBeUndefined();
});

test.each([
  ["beginnings of web tokens", "eyJ".repeat(20_000)],
  ["beginnings of keys", "sk-".repeat(20_000)],
  ["beginnings with dots", `eyJ${"a".repeat(50)}.`.repeat(1_200)],
  ["one long word", "a".repeat(64_000)],
  ["begin marks", "-----BEGIN ".repeat(6_000)],
])("a hostile text of %s is read to its end", (_, text) => {
  // What is not linear would outlast the test.
  expect(() => findSecret(text)).not.toThrow();
});
