/** `{ [key]: value }`, or nothing where the value is absent: one way to leave an optional field out. */
export function optional<K extends PropertyKey, T>(key: K, value: T | undefined): { readonly [P in K]?: T } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: T };
}
