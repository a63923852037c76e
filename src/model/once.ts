/** Makes a value when it is first asked for: the tables cost nothing where a Worker only serves what is stored. */
export function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
