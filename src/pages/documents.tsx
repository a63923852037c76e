import type { PublicDocument } from '../public/document.ts';
import { counted } from '../wording/line.ts';
import { Filters } from './indexes.tsx';
import { Page } from './layout.tsx';
import { Day, Outward, Words } from './parts.tsx';

interface Props {
  documents: readonly PublicDocument[];
  /** What the list is narrowed by. */
  fields: Record<string, string | undefined>;
  next: string | null;
  path: string;
  origin: string;
}

/** What the record is made of: every document, with what was found in it. */
export function DocumentsPage({ documents, fields, next, path, origin }: Props) {
  return (
    <Page
      origin={origin}
      path={path}
      title="Documents"
      description="The published texts the record is made of, each with what was found in it."
    >
      <h1>Documents</h1>
      <p class="lede">
        The published texts the record is made of. They are kept exactly as received and linked at their
        source; their full text is not republished here.
      </p>
      <Filters action="/documents" fields={fields} />
      <ol class="sources">
        {documents.map((document) => (
          <li>
            <a href={`/documents/${document.id}`}>
              <Words>{document.title ?? document.publisher ?? 'Untitled document'}</Words>
            </a>{' '}
            (<Outward url={document.url}>source</Outward>)
            <br />
            <span class="where">
              <Words>{document.publisher ?? 'Publisher not stated'}</Words>
              {document.published_on === null ? null : (
                <>
                  , <Day day={document.published_on} />
                </>
              )}{' '}
              {(['quote', 'engagement', 'figure'] as const)
                .map((noun) => [document.extracted[`${noun}s`].length, noun] as const)
                .filter(([count]) => count > 0)
                .map(([count, noun], n) => `${n === 0 ? '· ' : ', '}${counted(count, noun)}`)
                .join('')}
              {document.extracted.quotes.length === 0 ? null : (
                <>
                  {' '}
                  ·{' '}
                  <a href={`/search?document=${document.id}`}>
                    its quotes<span class="unseen"> ({document.title ?? document.id})</span>
                  </a>
                </>
              )}
              {document.near_duplicate_of === null ? null : ' · nearly the same text as another document'}
            </span>
          </li>
        ))}
      </ol>
      {next === null ? null : (
        <p>
          <a href={next} rel="next">
            More documents
          </a>
        </p>
      )}
    </Page>
  );
}
