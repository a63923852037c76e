export const MONTHS: readonly string[] =
  'january february march april may june july august september october november december'.split(' ');

export const WEEKDAYS: readonly string[] = 'sunday monday tuesday wednesday thursday friday saturday'.split(
  ' ',
);

const SHORT =
  'jan jan. feb feb. mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec.'.split(
    ' ',
  );

/** Lower-case names of months and weekdays, long and short. */
export const CALENDAR_WORDS: ReadonlySet<string> = new Set([...MONTHS, ...WEEKDAYS, ...SHORT]);
