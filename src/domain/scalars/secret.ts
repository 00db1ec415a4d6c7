/** Shapes of well-known secrets. Each is linear in the length of the text. */
const SHAPES: readonly (readonly [kind: string, shape: RegExp])[] = [
  ["a private key", /-----BEGIN (?:[A-Z]{2,9} ){0,3}PRIVATE KEY/],
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a GitHub token", /\bgh[pousr]_[A-Za-z0-9]{36}|\bgithub_pat_[A-Za-z0-9_]{22}/],
  ["a GitLab token", /\bglpat-[A-Za-z0-9_-]{20}/],
  ["an API key of a model provider", /\bsk-(?:ant-|proj-|live-)?[A-Za-z0-9_-]{20}/],
  ["a Google API key", /\bAIza[0-9A-Za-z_-]{35}/],
  ["a Slack token", /\bxox[abeoprs]-[A-Za-z0-9-]{10}/],
  ["a Stripe key", /\b[rs]k_live_[A-Za-z0-9]{20}/],
  ["a Hugging Face token", /\bhf_[A-Za-z0-9]{30}/],
  ["an npm token", /\bnpm_[A-Za-z0-9]{36}/],
  ["a JSON web token", /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,2000}\.[A-Za-z0-9_-]{10}/],
];

/** Every shape holds one of these, and nearly no text does. */
const MARKS = /PRIVATE KEY|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|sk-|AIza|xox|k_live_|hf_|npm_|eyJ/;

/** What kind of secret a text seems to hold, or undefined. The secret itself is never returned. */
export function findSecret(text: string): string | undefined {
  if (!MARKS.test(text)) return undefined;
  return SHAPES.find(([, shape]) => shape.test(text))?.[0];
}
