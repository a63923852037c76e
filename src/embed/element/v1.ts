import { quoteCard, visitCard } from './cards.ts';
import { make } from './make.ts';
import { readLatest, readQuote, readVisit } from './record.ts';
import { sheet } from './style.ts';

/**
 * Shows what stands between its tags until the record has answered, then a card in its place. If the record does not
 * answer, or has no such entry, what stands between the tags goes on standing. Never a card of what was asked for before.
 */
abstract class Embed extends HTMLElement {
  static observedAttributes = ['quote', 'visit', 'speaker', 'limit'];

  readonly #card = make('div', 'card');
  readonly #box = make('div', '', make('slot', ''), this.#card);
  /** What the card is of, or will be. */
  #asked = '';

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#box);
    this.#card.lang = 'en';
  }

  connectedCallback(): void {
    this.#show();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) this.#show();
  }

  protected abstract content(): Promise<Node[]>;

  /** Something in the card was opened or shut: only while something is open, the card takes the room it needs. */
  protected readonly opened = (): void => {
    this.#box.classList.toggle('open', this.#card.querySelector('[aria-expanded=true]') !== null);
  };

  async #show(): Promise<void> {
    const asked = Embed.observedAttributes.map((name) => this.getAttribute(name)).join();
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#box.className = '';
    this.#card.replaceChildren();
    try {
      const content = await this.content();
      if (asked !== this.#asked) return;
      // Where nothing stands between the tags there is no place to keep.
      const bare = this.offsetHeight < 40 ? ' bare' : '';
      this.#card.replaceChildren(...content);
      this.#box.className = `ready${bare}`;
    } catch {
      // Asked for again when it is next put into a page or changed.
      if (asked === this.#asked) this.#asked = '';
    }
  }
}

class Quote extends Embed {
  protected async content(): Promise<Node[]> {
    const id = this.getAttribute('quote') ?? '';
    return quoteCard(await readQuote(id), id, this.opened);
  }
}

class Latest extends Embed {
  protected async content(): Promise<Node[]> {
    const quotes = await readLatest(this.getAttribute('speaker'), this.getAttribute('limit'));
    if (quotes.length === 0) throw new Error('nobody said anything');
    return quotes.map((quote) => make('div', 'item', ...quoteCard(quote, quote.id, this.opened)));
  }
}

class Visit extends Embed {
  protected async content(): Promise<Node[]> {
    return visitCard(await readVisit(this.getAttribute('visit') ?? ''));
  }
}

// A page may load the script twice, from two addresses.
const define = (name: string, element: CustomElementConstructor) => {
  if (!customElements.get(name)) customElements.define(name, element);
};
define('readout-quote', Quote);
define('readout-latest', Latest);
define('readout-visit', Visit);
