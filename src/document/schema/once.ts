/** Makes a value when it is first asked for: building a schema costs time that most commands need not spend. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
