import { findSecret } from "../../domain/scalars/secret.ts";
import { RuleFault } from "../ports/faults.ts";

/**
 * The one gate before anything is stored: no text of `value`, however deep, may look like a key or a password: what is
 * stored is committed, and what is committed is copied. The message never repeats it.
 *
 * @param what in the words of the message: `the entry`
 * @throws RuleFault; nothing may have been stored before
 */
export function refuseSecrets(what: string, value: unknown): void {
  eachString(value, (text) => {
    const kind = findSecret(text);
    if (kind !== undefined)
      throw new RuleFault(
        `${what} seems to contain ${kind}; nothing was stored`,
        "remove it, or add --allow-secret if it is not a secret",
      );
  });
}

function eachString(value: unknown, tell: (text: string) => void): void {
  if (typeof value === "string") tell(value);
  else if (value instanceof Map) for (const [key, item] of value) [key, item].forEach((one) => eachString(one, tell));
  else if (typeof value === "object" && value !== null) for (const item of Object.values(value)) eachString(item, tell);
}
