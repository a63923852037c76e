import { spanInWords } from '../../model/days.ts';
import { citeAsText } from '../../wording/cite.ts';
import { dateOfEngagement, occasionInWords, speakerInWords } from '../../wording/occasion.ts';
import { standingOfQuote, standingOfVisit } from '../../wording/standing.ts';
import { button, link, make, words } from './make.ts';
import { HOME, type ShownQuote, type ShownVisit } from './record.ts';

/**
 * The words, who said them and when, and a line with what has become of them since they were placed as `placed`, their
 * source, what stands around them, and a copy to cite. `opened` is called whenever what stands around is opened or shut.
 */
export function quoteCard(quote: ShownQuote, placed: string, opened: () => void): Node[] {
  const { before, after } = quote.context;
  const quoted = `“${quote.text}”`;
  const context = words(
    'p',
    'context',
    before && make('span', '', before, ' '),
    make('b', '', quoted),
    after && make('span', '', ' ', after),
  );
  context.hidden = true;
  const more = button('Context', () => {
    context.hidden = !context.hidden;
    more.ariaExpanded = String(!context.hidden);
    opened();
  });
  more.ariaExpanded = 'false';
  const copy = button('Copy', () => {
    navigator.clipboard.writeText(citeAsText(quote, `${HOME}/quotes/${quote.id}`)).then(
      () => {
        copy.textContent = 'Copied';
      },
      () => {
        copy.textContent = 'Copying is not allowed here';
      },
    );
  });
  copy.ariaLive = 'polite';
  const standing = standingOfQuote(quote, placed);
  const source = quote.sources[0];
  const occasion = occasionInWords(quote);
  return [
    words('blockquote', 'words', quoted),
    words('p', 'by', `— ${speakerInWords(quote)}${occasion && `; ${occasion}`}`),
    make(
      'p',
      'status',
      standing &&
        make(
          'strong',
          'note',
          quote.replaced_by ? link(`${HOME}/quotes/${quote.replaced_by}`, standing) : standing,
        ),
      source ? link(source.url, source.publisher ?? source.title ?? 'Source') : null,
      (before || after) && more,
      // Absent on pages that are not served safely.
      'clipboard' in navigator && copy,
      link(`${HOME}/quotes/${quote.id}`, 'Readout'),
    ),
    context,
  ];
}

/** What it was, when and where; then the engagements, each with its day. */
export function visitCard(visit: ShownVisit): Node[] {
  const standing = standingOfVisit(visit);
  const when = spanInWords(visit.start, visit.end);
  return [
    make('p', 'words', link(`${HOME}/visits/${visit.id}`, visit.title)),
    words(
      'p',
      'status',
      standing && make('strong', 'note', standing),
      [when, visit.cities.map(({ name }) => name).join(', ')].filter(Boolean).join(' · '),
    ),
    make(
      'ul',
      'engagements',
      ...visit.engagements.map((it) =>
        words(
          'li',
          '',
          make('span', 'day', dateOfEngagement(it)),
          ` ${it.title}${it.held ? '' : ' (planned)'}`,
        ),
      ),
    ),
  ];
}
