/** A line of CSV (RFC 4180). */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;

/** Words in a cell: what a spreadsheet would take for a formula is prefixed, as OWASP advises. */
export const csvWords = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
