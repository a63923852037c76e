// Readout's embeds: <readout-quote quote>, <readout-visit visit>, <readout-latest speaker limit>.
// What stands between the tags is shown until the record has answered, and keeps its place: the card is laid over it
// and scrolls if it is longer, so nothing on the page moves. If the record does not answer, it simply stays.
// @ts-check

const HOME = new URL('..', import.meta.url).origin;
const FIELDS = 'id,status,text,speaker,speaker_label,speakers,said_on,context,sources,replaced_by,url';
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
:host{display:block;position:relative;color-scheme:light dark}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
.ready:not(.open)>slot{visibility:hidden}
.ready.open>slot{display:none}
.card{display:none;box-sizing:border-box;overflow:auto;overflow-wrap:anywhere;padding:.4em var(--readout-padding,1em);
flex-direction:column;justify-content:safe center;gap:.3em;
border-inline-start:var(--readout-rule,3px) solid var(--readout-accent,light-dark(#0a5a58,#74cbc4));
color:var(--readout-ink,light-dark(#1d1b18,#ece7dc));background:var(--readout-paper,light-dark(#fbfaf6,#161513));
font:var(--readout-font,inherit)}
.ready>.card{display:flex;position:absolute;inset:0}
.ready.open>.card,.ready.bare>.card{position:static}
p,ul,blockquote{margin:0;padding:0}
li{list-style:none}
.words{white-space:pre-line}
.by,.status,li span{font-size:.88em;opacity:.85}
.status{display:flex;flex-wrap:wrap;gap:0 .9em}
.note{font-weight:600}
a,button{color:var(--readout-accent,light-dark(#0a5a58,#74cbc4))}
button{all:unset;color:var(--readout-accent,light-dark(#0a5a58,#74cbc4));text-decoration:underline;cursor:pointer}
:focus-visible{outline:2px solid}
mark{background:none;color:inherit;font-weight:600}
@media print{.ready>.card{display:none}.ready>slot{visibility:visible;display:contents}}`);

/**
 * @param {string} tag
 * @param {Record<string, any>} [props]
 * @param {(Node | string | null | undefined | false)[]} children
 */
const h = (tag, props = {}, ...children) => {
  const { part, ...rest } = props;
  const node = Object.assign(document.createElement(tag), rest);
  if (part) {
    node.setAttribute('part', part);
    node.classList.add(part);
  }
  node.append(.../** @type {(Node | string)[]} */ (children.filter(Boolean)));
  return node;
};

/** @param {string | null} url @param {...(Node | string)} children */
const link = (url, ...children) =>
  /^https?:/.test(url ?? '')
    ? h(
        'a',
        { href: url, target: '_top', rel: 'noreferrer noopener', referrerPolicy: 'no-referrer' },
        ...children,
      )
    : h('span', {}, ...children);

/** @param {string | null} day */
const inWords = (day) => (day ? `${+day.slice(8)} ${MONTHS[+day.slice(5, 7) - 1]} ${day.slice(0, 4)}` : '');

/** @param {string} path @returns {Promise<any>} */
const ask = async (path) => {
  const answer = await fetch(HOME + path, { credentials: 'omit', referrerPolicy: 'no-referrer' });
  if (!answer.ok) throw answer.status;
  return answer.json();
};

/** Quotes asked for during one turn of the page, to be asked of the record together. @type {Map<string, Promise<any>>} */
let waiting = new Map();
/** @type {Promise<Map<string, any>> | undefined} */
let together;
/** @param {string} id */
const quote = (id) => {
  together ??= Promise.resolve().then(async () => {
    const ids = [...waiting.keys()];
    waiting = new Map();
    together = undefined;
    const found = new Map();
    for (let n = 0; n < ids.length; n += 100) {
      const { data } = await ask(`/v1/quotes?id=${ids.slice(n, n + 100)}&limit=100&fields=${FIELDS}`);
      for (const one of data) found.set(one.id, one);
    }
    return found;
  });
  const all = together;
  // What answers to another id now is not found by its own: it is asked for alone, and led on.
  const one =
    waiting.get(id) ?? all.then((found) => found.get(id) ?? ask(`/v1/quotes/${id}?fields=${FIELDS}`));
  waiting.set(id, one);
  return one;
};

/** @param {any} it @param {string | null} [asked] */
const noteOf = (it, asked) =>
  it.status === 'corrected'
    ? link(`${HOME}/quotes/${it.replaced_by}`, 'Corrected: the source has changed these words')
    : it.status === 'withdrawn'
      ? 'Withdrawn: no source has these words any more'
      : asked && it.id !== asked && `Re-attributed: now ${it.speaker?.name ?? it.speaker_label ?? 'unnamed'}`;

/** @param {any} it */
const byline = (it) => {
  const names =
    it.speakers.map((/** @type {any} */ { name }) => name).join(' and ') || it.speaker_label || 'Unnamed';
  return `— ${names}${it.speaker?.role ? `, ${it.speaker.role}` : ''}${it.said_on ? `; ${inWords(it.said_on)}` : ''}`;
};

/** @param {any} it @param {(open: boolean) => void} open @param {string | null} asked */
const quoteCard = (it, open, asked) => {
  const { before, after } = it.context;
  const context = h(
    'p',
    { part: 'context', dir: 'auto', hidden: true },
    before && `${before} `,
    h('mark', {}, `“${it.text}”`),
    after && ` ${after}`,
  );
  const more = h('button', { type: 'button', ariaExpanded: 'false', part: 'button' }, 'Context');
  more.onclick = () => {
    context.hidden = !context.hidden;
    more.ariaExpanded = String(!context.hidden);
    open(!context.hidden);
  };
  const copy = h('button', { type: 'button', part: 'button' }, 'Copy');
  copy.onclick = async () => {
    await navigator.clipboard.writeText(`“${it.text}” ${byline(it)}. ${it.url}`);
    copy.textContent = 'Copied';
  };
  const source = it.sources[0];
  const note = noteOf(it, asked);
  return [
    h('blockquote', { part: 'words', dir: 'auto', cite: it.url }, `“${it.text}”`),
    h('p', { part: 'by', dir: 'auto' }, byline(it)),
    h(
      'p',
      { part: 'status' },
      note && h('span', { part: 'note' }, note),
      source && link(source.url, source.publisher ?? 'Source'),
      (before || after) && more,
      navigator.clipboard && copy,
      link(it.url, 'Readout'),
    ),
    context,
  ];
};

class Embed extends HTMLElement {
  static observedAttributes = ['quote', 'visit', 'speaker', 'limit'];
  #box = h('div', {}, h('slot'), h('div', { part: 'card' }));
  #asked = '';

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#box);
  }
  connectedCallback() {
    this.#show();
  }
  attributeChangedCallback() {
    if (this.isConnected) this.#show();
  }
  async #show() {
    const asked = Embed.observedAttributes.map((name) => this.getAttribute(name)).join();
    if (asked === this.#asked) return;
    this.#asked = asked;
    try {
      const content = await this.content((open) => this.#box.classList.toggle('open', open));
      if (asked !== this.#asked) return;
      // With nothing to stand on there is no place to keep.
      this.#box.classList.toggle('bare', this.offsetHeight < 40);
      this.#box.lastElementChild?.replaceChildren(...content);
      this.#box.classList.add('ready');
    } catch {
      // The record does not answer, or has no such entry: what stands between the tags goes on standing.
      if (asked === this.#asked) this.#asked = '';
    }
  }
  /** @param {(open: boolean) => void} _open @returns {Promise<Node[]>} */
  async content(_open) {
    return [];
  }
}

/** @type {Record<string, typeof Embed>} */
const elements = {
  'readout-quote': class extends Embed {
    /** @param {(open: boolean) => void} open */
    async content(open) {
      const id = this.getAttribute('quote') ?? '';
      return quoteCard(await quote(id), open, id);
    }
  },
  'readout-latest': class extends Embed {
    async content() {
      const asked = new URLSearchParams({ fields: FIELDS, limit: this.getAttribute('limit') ?? '3' });
      const speaker = this.getAttribute('speaker');
      if (speaker) asked.set('speaker', speaker);
      const { data } = await ask(`/v1/quotes?${asked}`);
      if (!data.length) throw 404;
      return data.map((/** @type {any} */ it) =>
        h(
          'div',
          { part: 'item' },
          h('blockquote', { part: 'words', dir: 'auto' }, `“${it.text}”`),
          h('p', { part: 'by' }, `${byline(it)} `, link(it.url, 'Readout')),
        ),
      );
    }
  },
  'readout-visit': class extends Embed {
    async content() {
      const id = this.getAttribute('visit') ?? '';
      const it = await ask(`/v1/visits/${id}?fields=id,status,title,url,cities,engagements`);
      return [
        h('p', { part: 'words' }, link(it.url, it.title)),
        h(
          'p',
          { part: 'status' },
          it.status === 'withdrawn'
            ? h('span', { part: 'note' }, 'Withdrawn: no source says this any more')
            : it.cities.map((/** @type {any} */ { name }) => name).join(', '),
        ),
        h(
          'ul',
          {},
          ...it.engagements.map((/** @type {any} */ one) =>
            h('li', {}, h('span', {}, inWords(one.date) || 'Day not stated'), ` ${one.title}`),
          ),
        ),
      ];
    }
  },
};
for (const [name, element] of Object.entries(elements))
  if (!customElements.get(name)) customElements.define(name, element);
