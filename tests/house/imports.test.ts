import { describe, expect, it } from 'vitest';
import { filesIn, importsOf, partOf } from './files.ts';

const SURFACES = ['api', 'embed', 'feeds', 'pages', 'digest', 'subscribe', 'mcp'];
const SURFACE_MAY = ['store', 'public', 'http', 'model', 'links', 'errors', 'env', 'wording'];

/** What each part of `src/` may import of the others, and why no more. A new part states its own line here. */
const MAY: Record<string, { parts: string[]; because: string }> = {
  model: { parts: [], because: 'the nouns stand on their own, so that everything else can lean on them' },
  errors: { parts: ['model'], because: 'errors are known everywhere, so they know nobody' },
  env: { parts: ['model', 'errors'], because: 'bindings are known at the edges only' },
  links: { parts: ['model'], because: 'addresses are made from ids alone' },
  extract: {
    parts: ['model'],
    because: 'what a text says depends on the text alone: it runs and is measured anywhere',
  },
  register: {
    parts: ['model'],
    because: 'the register is data in corpus/ and rules over it, with no database',
  },
  store: { parts: ['model'], because: 'SQL knows rows and nouns, never who asks' },
  public: {
    parts: ['model', 'links'],
    because: 'what leaves the house is an allow-list over the nouns, made without a database',
  },
  wording: {
    parts: ['model', 'public', 'links'],
    because: 'sentences are made from public shapes, so they leak nothing else',
  },
  ingest: {
    parts: ['store', 'model', 'register', 'public', 'links', 'errors'],
    because:
      'merging is the same whoever brings the document and reads it: it knows no surface, no HTTP, no extractor',
  },
  verify: {
    parts: ['store', 'model', 'public', 'links', 'register'],
    because: 'a verdict is the same for the API, the page and the tool',
  },
  search: {
    parts: ['store', 'model', 'register', 'http'],
    because: 'what a search means is the same for the API and the page',
  },
  drafts: {
    parts: ['store', 'model', 'public', 'links', 'register', 'verify'],
    because: 'a draft is checked the same whoever sends it, and read by whatever extractor is handed in',
  },
  data: {
    parts: ['store', 'model', 'links', 'pages', 'wording'],
    because:
      'files are made of what is stored and served from where they are kept; their page wears the frame of all pages',
  },
  extension: {
    parts: [],
    because: 'what runs in a reader’s browser is packed alone, and asks the site as anybody does',
  },
  newsroom: {
    parts: ['data', 'drafts', 'verify', 'store', 'model', 'env'],
    because: 'a Worker beside the main one dispatches, and decides nothing',
  },
  mail: {
    parts: ['model', 'public', 'links', 'wording', 'env'],
    because: 'a mailer carries letters; who gets them is the surface’s business',
  },
  mailing: {
    parts: ['mail', 'store', 'model', 'public', 'links', 'wording', 'register', 'errors', 'env'],
    because: 'who gets which letter is decided once, for the API, the pages, the queue and the clock',
  },
  pictures: {
    parts: ['model', 'public', 'links', 'wording'],
    because: 'a picture is made of a public quote alone, in a Worker that knows no record',
  },
  http: {
    parts: ['errors', 'env', 'model', 'store', 'links'],
    because: 'paging and caching are shared by surfaces, so they know none',
  },
  ...Object.fromEntries(
    SURFACES.map((surface) => [
      surface,
      {
        parts: SURFACE_MAY,
        because: 'surfaces never import each other: each can be changed or left out alone',
      },
    ]),
  ),
  intake: {
    parts: ['env', 'errors', 'model'],
    because: 'what the main Worker asks of the one that listens to sources is asked in one place',
  },
  keep: {
    parts: ['store', 'model', 'mail', 'ingest', 'digest'],
    because: 'what a dump holds and a restore minds is the same for a command and for the API',
  },
  sources: {
    parts: [
      'keep',
      'mail',
      'ingest',
      'store',
      'model',
      'public',
      'links',
      'errors',
      'env',
      'wording',
      'pages',
      'corpus',
    ],
    because: 'what listens runs in a Worker of its own; its pages wear the frame of all pages',
  },
  client: {
    parts: ['api', 'public'],
    because: 'what runs elsewhere takes nothing from here but types',
  },
  app: {
    parts: [
      ...SURFACES,
      'http',
      'store',
      'errors',
      'env',
      'model',
      'links',
      'public',
      'ingest',
      'mail',
      'verify',
    ],
    because: 'it mounts, and decides nothing',
  },
  worker: {
    parts: ['app', ...SURFACES, 'http', 'env', 'errors', 'store', 'ingest', 'mailing', 'model', 'intake'],
    because: 'it dispatches, and decides nothing',
  },
};
/** Beyond what every surface may. */
const MORE: Record<string, string[]> = {
  api: ['ingest', 'verify', 'search', 'register', 'mail', 'mailing', 'intake'],
  pages: ['verify', 'intake', 'register', 'search'],
  digest: ['register'],
  // The list's pages wear the frame of all pages.
  subscribe: ['mail', 'mailing', 'pages'],
};

const sources = filesIn('src').filter((path) => /\.tsx?$/.test(path));
const imports = sources.filter((path) => partOf(path) !== 'cli').flatMap(importsOf);

/** Each breach on a line of its own, with the reason of the rule. */
function breaches(wrong: typeof imports, because: string): string[] {
  return wrong.map(({ from, to }) => `${from} imports ${to}; ${because}`);
}

describe('imports', () => {
  it('are found where there are some', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(importsOf('tests/house/imports.test.ts').map(({ to }) => to)).toEqual([
      'vitest',
      'tests/house/files.ts',
    ]);
  });

  it('have a line here for every part of src', () => {
    const parts = new Set(sources.map(partOf));
    parts.delete('cli');
    expect([...parts].filter((part) => MAY[part] === undefined)).toEqual([]);
  });

  it.each(Object.entries(MAY))('of %s go only where they may', (part, { parts, because }) => {
    const may = new Set([part, ...parts, ...(MORE[part] ?? [])]);
    if (part === 'register') may.add('corpus');
    const wrong = imports.filter(
      ({ from, to }) =>
        partOf(from) === part &&
        /^(src|corpus|tests|migrations)\//.test(to) &&
        !may.has(partOf(to)) &&
        // What the extractor is told of office-holders is handed to it by the Worker it runs in.
        !(from === 'src/extract/worker.ts' && to === 'src/register/office-holders.ts'),
    );
    expect(breaches(wrong, because)).toEqual([]);
  });

  it('of the commands are imported by nobody else, since they need Node', () => {
    const wrong = imports.filter(({ to }) => to.startsWith('src/cli/'));
    expect(breaches(wrong, 'what is served runs without Node’s files and processes')).toEqual([]);
  });

  it('of node:* stay in the commands, in mail adapters, and where gzip is made in pieces', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        to.startsWith('node:') && !['cli', 'mail'].includes(partOf(from)) && from !== 'src/data/gzip.ts',
    );
    expect(breaches(wrong, 'the same files run in workerd and in Node')).toEqual([]);
  });

  it('of hono stay in the worker, the app, the surfaces and http', () => {
    const may = new Set(['worker', 'app', 'http', ...SURFACES]);
    // Escaping templates are no HTTP: letters and the page are written with them.
    const templates = (from: string, to: string) =>
      ['wording', 'mailing', 'sources', 'data'].includes(partOf(from)) && /^hono\/(html|jsx)/.test(to);
    const wrong = imports.filter(
      ({ from, to }) => /^hono(\/|-|$)/.test(to) && !may.has(partOf(from)) && !templates(from, to),
    );
    expect(
      breaches(wrong, 'below the handler a database, a clock and values are passed, never a request'),
    ).toEqual([]);
  });

  it('of packages into the model, the extractor and the register are none but valibot', () => {
    const bare = ['model', 'extract', 'register'];
    const wrong = imports.filter(
      ({ from, to }) =>
        bare.includes(partOf(from)) &&
        !/^(src|corpus)\//.test(to) &&
        to !== 'valibot' &&
        // The Worker that the extractor runs in is called across a binding.
        !(from === 'src/extract/worker.ts' && to === 'cloudflare:workers'),
    );
    expect(breaches(wrong, 'the core depends on nothing that could change under it')).toEqual([]);
  });

  it('of our own files carry their extension, so that Node runs the same files', () => {
    const wrong = imports.filter(({ to }) => to.startsWith('src/') && !/\.(ts|tsx|json)$/.test(to));
    expect(breaches(wrong, 'Node resolves no extension by itself')).toEqual([]);
  });
});
