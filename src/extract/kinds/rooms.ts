/**
 * Rooms that stand alone in the heading of a transcript, without the house or the town they are in. Only where a whole
 * line is nothing else; in running text "the Cabinet Room" may be anybody's.
 */
const ROOMS =
  /^(?:the )?(?:East Room|Roosevelt Room|State Dining Room|Cabinet Room|South Lawn|North Lawn|Rose Garden|Oval Office|South Court Auditorium|(?:Diplomatic|Diplomat) (?:Reception )?Room|(?:James S\. )?Brady (?:Press )?Briefing Room|Press Briefing Room|East Garden|Indian Treaty Room|Ben(?:jamin)? Franklin (?:State Dining )?Room|Treaty Room|Rayburn Room|Rotunda|Statuary Hall|Grand Foyer|Blue Room|Red Room|Map Room)$/iu;

/** The town and country of a room that a heading names alone; null for any other line. */
export function roomIn(line: string): { city: string; country: string } | null {
  return ROOMS.test(line.trim()) ? { city: 'Washington', country: 'US' } : null;
}
