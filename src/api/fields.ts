/** An entry (JSON text) with only some of its members, in the order the entry has them. */
export function trimmed(body: string, fields: readonly string[]): string {
  const entry = JSON.parse(body) as Record<string, unknown>;
  return JSON.stringify(Object.fromEntries(Object.entries(entry).filter(([name]) => fields.includes(name))));
}
