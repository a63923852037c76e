/** What a cell may hold. `array`: JSON of a list. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'date' | 'datetime' | 'array';

/** A column of a table: its name, and what it reads of an entry as the API shows it. */
export interface Column {
  name: string;
  type: CellType;
  read(entry: Entry): unknown;
}
export type Entry = Readonly<Record<string, unknown>>;

/** The tables, in the order they are made in. */
export const TABLES = ['quotes', 'visits', 'engagements', 'figures', 'people', 'documents'] as const;
export type Table = (typeof TABLES)[number];

const at = (entry: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((it, name) => (it as Entry | null | undefined)?.[name], entry);

/** Columns of one type; `name=path` where a column is not called after its path. */
const of = (type: CellType, names: string): Column[] =>
  names.split(' ').map((it) => {
    const [name = it, path = name] = it.split('=');
    return { name, type, read: (entry) => at(entry, path) ?? null };
  });

/** The ids of a list, or what else names its things. */
const idsOf = (name: string, path = name, member = 'id'): Column => ({
  name,
  type: 'array',
  read: (entry) =>
    ((at(entry, path) ?? []) as (string | Entry)[]).map((it) => (typeof it === 'string' ? it : it[member])),
});
const whole = (name: string): Column => ({ name, type: 'array', read: (entry) => at(entry, name) ?? [] });
const countOf = (name: string, path = name): Column => ({
  name,
  type: 'integer',
  read: (entry) => ((at(entry, path) ?? []) as unknown[]).length,
});

const STAMPS = of('datetime', 'first_seen_at updated_at');
const DAY = [...of('date', 'day'), ...of('string', 'day_from')];
/** The first document that says so, and where. */
const SOURCE = [
  ...of('string', 'document=sources.0.document publisher=sources.0.publisher source_url=sources.0.url'),
  ...of('date', 'published_on=sources.0.published_on'),
  ...of('integer', 'start=sources.0.start end=sources.0.end'),
  ...of('string', 'document_sha256=sources.0.sha256'),
  idsOf('documents', 'sources', 'document'),
];
const OCCASION = of('string', 'engagement_id=engagement.id visit_id=visit.id');

/** What the CSV and Parquet files hold. JSON Lines hold each entry whole, as the API shows it. */
export const COLUMNS: Readonly<Record<Table, readonly Column[]>> = {
  quotes: [
    ...of('string', 'id text speaker_id=speaker.id speaker_name=speaker.name speaker_role=speaker.role'),
    ...of('string', 'speaker_label'),
    idsOf('speakers'),
    ...DAY,
    ...of('date', 'said_on'),
    ...OCCASION,
    idsOf('topics'),
    ...of('string', 'context_before=context.before context_after=context.after'),
    ...of('number', 'confidence=attribution.confidence'),
    ...SOURCE,
    ...of('string', 'url'),
    ...STAMPS,
  ],
  visits: [
    ...of(
      'string',
      'id title visitor_id=visitor.id visitor_name=visitor.name country=country.id country_name=country.name',
    ),
    idsOf('cities'),
    ...DAY,
    ...of('date', 'first_day=start last_day=end'),
    ...of('string', 'period visit_status'),
    ...SOURCE,
    ...of('string', 'url'),
    ...STAMPS,
  ],
  engagements: [
    ...of('string', 'id title kind'),
    ...DAY,
    ...of('date', 'date'),
    ...of('string', 'period place_id=place.id place_name=place.name city=city.id country=country.id'),
    idsOf('participants'),
    ...of('boolean', 'held'),
    ...of('string', 'visit_id=visit.id'),
    idsOf('quotes'),
    ...SOURCE,
    ...of('string', 'url'),
    ...STAMPS,
  ],
  figures: [
    ...of('string', 'id text'),
    ...of('number', 'value'),
    ...of('string', 'unit about qualifier stated_by=stated_by.id'),
    ...DAY,
    ...of('date', 'said_on'),
    ...OCCASION,
    ...of('string', 'sentence'),
    ...SOURCE,
    ...of('string', 'url'),
    ...STAMPS,
  ],
  people: [
    ...of('string', 'id name kind'),
    whole('aliases'),
    whole('roles'),
    ...of('string', 'same_as'),
    ...of(
      'integer',
      'visits=counts.visits engagements=counts.engagements quotes=counts.quotes figures=counts.figures',
    ),
    ...of('date', 'first_on last_on'),
    ...of('string', 'url'),
    ...STAMPS,
  ],
  documents: [
    ...of('string', 'id title publisher source rights'),
    ...of('date', 'published_on'),
    ...of('string', 'lang kind url sha256'),
    ...of('integer', 'revision'),
    ...of('string', 'near_duplicate_of'),
    countOf('quotes', 'extracted.quotes'),
    countOf('visits', 'extracted.visits'),
    countOf('engagements', 'extracted.engagements'),
    countOf('figures', 'extracted.figures'),
    // Where its rights are open; of others there is only the hash.
    ...of('string', 'text'),
    ...STAMPS,
  ],
};
