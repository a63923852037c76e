import * as v from 'valibot';
import { foldWords } from '../model/fold.ts';
import { unitToken } from '../model/unit.ts';

/**
 * The kinds of query parameter. Each reads the parameter's text and carries what the OpenAPI document says of it
 * (`v.metadata`): `as` is the JSON Schema of the text as a client sees it.
 */
export interface ParameterDoc {
  description: string;
  as: Record<string, unknown>;
  example?: string | number;
}

/** Without `doc.description` a parameter is not documented, and a test says so. */
const documented = <Input>(doc: ParameterDoc): v.MetadataAction<Input, { parameter: ParameterDoc }> =>
  v.metadata({ parameter: doc });

const ID = /^[\p{Ll}\p{Lo}\p{Lm}\p{N}][\p{Ll}\p{Lo}\p{Lm}\p{N}_-]{0,199}$/u;
/** Could be an id: what is not is answered without asking the database. */
export const couldBeId = (text: string) => ID.test(text);

export const id = (description: string, example: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.regex(ID, 'must be an id: small letters, digits, - and _'),
      documented({ description, as: { type: 'string' }, example }),
    ),
  );

/** More than these would make one question of many. */
const MOST_VALUES = 20;

/** Values of a filter, separated by commas: any of them is enough. Each once, in the order given. */
const several = (text: string) => text.split(',').map((value) => value.trim());
const few = v.check((list: string[]) => list.length <= MOST_VALUES, `takes at most ${MOST_VALUES} values`);
const joined = v.transform((list: string[]) => [...new Set(list)].join(','));

/** One id or several of which any will do. */
export const anyId = (description: string, example: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(several),
      v.check(
        (list) => list.every(couldBeId),
        'must be an id (small letters, digits, - and _), or several separated by commas',
      ),
      few,
      joined,
      documented({
        description: `${description} Several may be given, separated by commas: one is enough.`,
        as: { type: 'string' },
        example,
      }),
    ),
  );

/** One of the values or several of which any will do. */
export const anyOf = <const T extends readonly [string, ...string[]]>(values: T, description: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform(several),
      v.check(
        (list) => list.every((value) => values.includes(value)),
        `must be one of ${values.join(', ')}, or several separated by commas`,
      ),
      few,
      joined,
      documented({
        description: `${description} Several may be given, separated by commas: one is enough.`,
        as: { type: 'string', pattern: `^(${values.join('|')})(,(${values.join('|')}))*$` },
        example: values[0],
      }),
    ),
  );

/** Ids separated by commas. */
export const ids = (most: number, description: string, example: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',')),
      v.check((list) => list.every(couldBeId), 'must be ids separated by commas'),
      v.check((list) => list.length <= most, `takes at most ${most} ids`),
      v.transform((list) => [...new Set(list)]),
      documented({ description, as: { type: 'string' }, example }),
    ),
  );

/** Codes that ISO keeps free of other use because people write them. */
const SAID_FOR: Record<string, string> = { uk: 'gb', el: 'gr' };

export const country = v.optional(
  v.pipe(
    v.string(),
    v.transform(several),
    v.check(
      (codes) => codes.every((code) => /^[A-Za-z]{2}$/.test(code)),
      'must be a country of two letters (ISO 3166-1), as in US, or several separated by commas',
    ),
    few,
    v.transform((codes) => codes.map((code) => SAID_FOR[code.toLowerCase()] ?? code.toLowerCase())),
    joined,
    documented({
      description:
        'Country, ISO 3166-1 alpha-2 (UK is taken for GB, EL for GR). Several may be given, separated by commas: one is enough.',
      as: { type: 'string', pattern: '^[A-Za-z]{2}(,[A-Za-z]{2})*$' },
      example: 'US',
    }),
  ),
);

export const unit = v.optional(
  v.pipe(
    v.string(),
    v.minLength(1, 'must be a unit, as in USD, % or drones'),
    v.maxLength(100, 'is too long'),
    v.transform(unitToken),
    documented({
      description: 'In which unit: a currency, %, or what is counted.',
      as: { type: 'string' },
      example: '%',
    }),
  ),
);

/** A day of the calendar, `YYYY-MM-DD`. */
export const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(text)) &&
  new Date(text).toISOString().startsWith(text);

export const day = (description: string, example: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.check(isDay, 'must be a day of the calendar, as in 2024-01-31'),
      documented({ description, as: { type: 'string', format: 'date' }, example }),
    ),
  );

const TIME =
  /^(\d{4}-\d{2}-\d{2})(?:[Tt]([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d))?$/;
const isTime = (text: string) => {
  const day = TIME.exec(text)?.[1];
  return day !== undefined && isDay(day) && !Number.isNaN(Date.parse(text.replace(':60', ':59')));
};

export const updatedSince = v.optional(
  v.pipe(
    v.string(),
    v.check(isTime, 'must be a time (RFC 3339), as in 2024-01-31T12:00:00Z, or a day'),
    v.transform((text) => new Date(text.replace(/:60(?=[.Zz+-])/, ':59')).toISOString()),
    documented({
      description:
        'Only what changed at or after this time, in the order of `updated_at`, with withdrawn, corrected and ' +
        'redirected entries as tombstones (whatever the filters), so that a mirror can follow. A page may hold ' +
        'fewer entries than `limit`; go on while `next` is not null.',
      as: { type: 'string' },
      example: '2024-01-01T00:00:00Z',
    }),
  ),
);

/** A whole number given in digits. */
export const whole = (least: number, most: number, fallback: number | undefined, description: string) => {
  const read = v.pipe(
    v.string(),
    v.regex(/^[0-9]{1,9}$/, `must be a whole number from ${least} to ${most}`),
    v.transform(Number),
    v.minValue(least, `must be at least ${least}`),
    v.maxValue(most, `must be at most ${most}`),
    documented({
      description,
      as: {
        type: 'integer',
        minimum: least,
        maximum: most,
        ...(fallback !== undefined && { default: fallback }),
      },
      example: fallback ?? least,
    }),
  );
  return fallback === undefined ? v.optional(read) : v.optional(read, String(fallback));
};

export const limit = v.optional(
  v.pipe(
    v.string(),
    v.regex(/^[0-9]{1,9}$/, 'must be a whole number from 1 to 100'),
    v.transform(Number),
    v.minValue(1, 'must be at least 1'),
    v.maxValue(100, 'must be at most 100'),
    documented({
      description: 'Entries a page.',
      as: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
      example: 20,
    }),
  ),
  '20',
);

export const cursor = v.optional(
  v.pipe(
    v.string(),
    v.maxLength(1500, 'is too long'),
    documented({ description: 'Where the page before ended, from `next`.', as: { type: 'string' } }),
  ),
);

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T, description: string) =>
  v.optional(
    v.pipe(
      v.string(),
      v.picklist(values, `must be one of ${values.join(', ')}`),
      documented({ description, as: { type: 'string', enum: values }, example: values[0] }),
    ),
  );

export const LONGEST_QUERY = 500;
const wordsOf = (example: string) =>
  v.pipe(
    v.string(),
    v.maxLength(LONGEST_QUERY, `may have at most ${LONGEST_QUERY} characters`),
    v.check((text) => foldWords(text).length > 0, 'holds no letter or digit to search for'),
    v.check((text) => foldWords(text).length <= 40, 'may have at most 40 words'),
    documented({
      description:
        'Words to search for: all must occur, the last may be the beginning of one, "words in quotation marks" must ' +
        'stand together. Case, accents and apostrophes do not matter.',
      as: { type: 'string', maxLength: LONGEST_QUERY },
      example,
    }),
  );
export const words = v.optional(wordsOf('alliance'));
export const requiredWords = wordsOf('"burden sharing"');

/** The parts of an entry to answer with, checked against the entry's shape. */
export const fields = (shape: { entries: Record<string, unknown> }) => {
  const names = Object.keys(shape.entries);
  return v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',')),
      v.check((list) => list.every((name) => names.includes(name)), `must be a list of: ${names.join(', ')}`),
      documented({
        description: 'Only these members of each entry, separated by commas.',
        as: { type: 'string' },
        example: names.slice(0, 3).join(','),
      }),
    ),
  );
};
