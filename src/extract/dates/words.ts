/** Number of a month (1–12) by the folded word, full or abbreviated, without its dot. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  [
    'january jan',
    'february feb febr',
    'march mar',
    'april apr',
    'may',
    'june jun',
    'july jul',
    'august aug',
    'september sept sep',
    'october oct',
    'november nov',
    'december dec',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index + 1])),
);

/** Number of a weekday (0 Sunday – 6 Saturday) by the folded word, full or abbreviated. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [
    'sunday sun',
    'monday mon',
    'tuesday tue tues',
    'wednesday wed weds',
    'thursday thu thur thurs',
    'friday fri',
    'saturday sat',
  ].flatMap((names, index) => names.split(' ').map((name): [string, number] => [name, index])),
);
