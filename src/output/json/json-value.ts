/** What JSON can hold. Money and decimals are texts by the time they get here: a bigint does not type-check. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}
