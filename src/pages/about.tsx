import { measuredAccuracy } from '../wording/accuracy.ts';
import { Page } from './layout.tsx';

/** What this is, how it is made, what may be done with it, and how to say that something is wrong. */
export function AboutPage({ origin, contact }: { origin: string; contact: string }) {
  const accuracy = measuredAccuracy();
  return (
    <Page
      origin={origin}
      path="/about"
      title="About Readout"
      description="What Readout records, how quotations are found and attributed, what may be done with them, and how to report an error."
    >
      <article class="whole prose">
        <h1>About Readout</h1>
        <p class="lede">
          Readout keeps a record of where public officials were, whom they met and what exactly they said,
          drawn from published documents: press releases, readouts and news reports.
        </p>
        <h2>What you can rely on</h2>
        <ul>
          <li>
            <strong>Words.</strong> A quote is published only if its words stand, byte for byte, in a document
            on record. Nothing between quotation marks is paraphrased, completed or tidied. Each source keeps
            its own wording and its place in its document.
          </li>
          <li>
            <strong>Speakers.</strong> Who spoke is read from the document itself: “he said”, “the Secretary
            General added”. Each attribution has a confidence; those that would be guesses are not published.
          </li>
          <li>
            <strong>Days.</strong> A quote’s day is the one the document states for those words, or that of
            the engagement they belong to. Where the documents do not say, neither do we.
          </li>
          <li>
            <strong>Addresses.</strong> What was published once answers for ever. If a source changes its
            words the old ones say “corrected” and lead to the new; if no source has them any more they say
            “withdrawn”.
          </li>
        </ul>
        <h2>How it is made</h2>
        <p>
          Programs read each document: they find its date, its quotations with their exact places, who is
          named and who speaks, the days and places of visits and engagements, and figures. What each document
          says is kept as found; visits, people and quotes are derived from all documents together, so that
          one trip told by three documents is one visit with three sources. No text is written by a machine:
          every sentence here is either from a document, and marked so, or put together by fixed rules.
        </p>
        <p>
          Such reading makes mistakes, above all in who is meant by “he” or by a title. That is why every
          record links to its sources, and why errors can be reported.
        </p>
        <h2>How accurate it is</h2>
        <p>
          Measured on {accuracy.documents} releases, transcripts and reports that nobody had read while the
          rules were made, by the share that is right of what is found and of what is there (F1), with the
          range in which it lies with 95 % certainty:
        </p>
        <ul>
          {accuracy.rows.map(({ what, percent, from, to }) => (
            <li>
              {what}: {percent.toFixed(0)} % ({from.toFixed(0)}–{to.toFixed(0)})
            </li>
          ))}
        </ul>
        <h2>The digest</h2>
        <p>
          Once a day, and once a week, an issue tells what is new: visits, key quotes with their context, key
          figures, corrections. Key quotes are chosen by a measure, not by position: words that stand by
          themselves, take a position or tell news, that several publishers print, and that do not repeat each
          other. <a href="/digests">All issues</a>
        </p>
        <h2>Using it</h2>
        <p>
          The <a href="/docs">API</a> needs no key; <a href="/feeds/digest.xml">feeds</a> and{' '}
          <a href="/embed">embeds</a> are free to use. Quotations belong to those who said them, and articles
          to their publishers; facts about who said what, where and when may be used by anybody. Please link
          to the source and to the record. Towns and their countries come mostly from{' '}
          <a href="https://www.geonames.org/">GeoNames</a> (CC BY 4.0).
        </p>
        <h2 id="report">Reporting an error</h2>
        <p>
          Every record has a link to report an error. You can also write to{' '}
          <a href={`mailto:${contact}`}>{contact}</a>; name the address of the record and what the source
          says. Corrections are published everywhere within seconds and are told in the next digest.
        </p>
      </article>
    </Page>
  );
}
