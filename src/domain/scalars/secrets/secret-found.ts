/** Where a text seems to hold a secret: `start` inclusive, `end` exclusive. The secret itself is never returned. */
export interface SecretFound {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

export function spanOf(kind: string, secret: string, start: number): SecretFound {
  return { kind, start, end: start + secret.length };
}
