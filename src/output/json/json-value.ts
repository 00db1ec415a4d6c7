/** What JSON can hold, where no interface says more. */
export type JsonValue = string | number | boolean | null | object;

export interface JsonObject {
  readonly [key: string]: JsonValue;
}
