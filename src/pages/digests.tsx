import { raw } from 'hono/html';
import type { PublicDigest } from '../public/digest.ts';
import type { IssueTitle } from '../store/issue-titles.ts';
import { issueHtml } from '../wording/issue-html.ts';
import { issueDateInWords } from '../wording/issue-text.ts';
import { type Announced, Page } from './layout.tsx';
import { Words } from './parts.tsx';

const FEEDS: readonly Announced[] = [
  { title: 'Readout digest', href: '/feeds/digest.xml', type: 'application/rss+xml' },
  { title: 'Readout digest', href: '/feeds/digest.atom', type: 'application/atom+xml' },
  { title: 'Readout digest', href: '/feeds/digest.json', type: 'application/feed+json' },
  { title: 'Readout digest, weekly', href: '/feeds/digest.xml?cadence=weekly', type: 'application/rss+xml' },
];

interface ListProps {
  cadence: 'daily' | 'weekly';
  issues: readonly IssueTitle[];
  /** Address of the page of older issues. */
  older: string | null;
  path: string;
  origin: string;
}

/** All issues, newest first. */
export function DigestsPage({ cadence, issues, older, path, origin }: ListProps) {
  return (
    <Page
      origin={origin}
      path={path}
      title={cadence === 'weekly' ? 'Weekly digests' : 'Digests'}
      description="Each issue of the Readout digest: what was new in the record of that day or week."
      feeds={FEEDS}
    >
      <h1>{cadence === 'weekly' ? 'Weekly digests' : 'Digests'}</h1>
      <p class="lede">
        What was new in the record, as it was sent. <a href="/subscribe">Get it by mail</a> or{' '}
        <a href={`/feeds/digest.xml${cadence === 'weekly' ? '?cadence=weekly' : ''}`}>as a feed</a>.{' '}
        {cadence === 'weekly' ? (
          <a href="/digests">Daily issues</a>
        ) : (
          <a href="/digests?cadence=weekly">Weekly issues</a>
        )}
      </p>
      {issues.length === 0 ? <p>No issue has come out yet.</p> : null}
      <ul class="visits">
        {issues.map((issue) => (
          <li>
            <a href={`/digests/${issue.id}`}>
              <Words>{issue.title}</Words>
            </a>
            <span class="where">{issueDateInWords(issue)}</span>
          </li>
        ))}
      </ul>
      {older === null ? null : (
        <p>
          <a href={older} rel="next">
            Older issues
          </a>
        </p>
      )}
    </Page>
  );
}

interface IssueProps {
  digest: PublicDigest;
  neighbours: { previous: string | null; next: string | null };
  origin: string;
}

/** One issue: the same words as the letter and the feed. */
export function DigestPage({ digest, neighbours, origin }: IssueProps) {
  const path = `/digests/${digest.id}`;
  return (
    <Page
      origin={origin}
      path={path}
      title={`${digest.title} (${issueDateInWords(digest)})`}
      description={`Readout digest, ${issueDateInWords(digest)}: ${digest.title}`}
      type="article"
      feeds={FEEDS}
      jsonLd={{
        '@context': 'https://schema.org',
        '@type': 'Article',
        headline: digest.title,
        datePublished: digest.first_seen_at,
        url: origin + path,
        publisher: { '@type': 'Organization', name: 'Readout', url: `${origin}/` },
      }}
    >
      <article class="whole issue">
        <p class="where">
          Digest · <time datetime={digest.date}>{issueDateInWords(digest)}</time>
        </p>
        <h1>
          <Words>{digest.title}</Words>
        </h1>
        {raw(issueHtml(digest, true))}
        <nav class="turn" aria-label="Issues">
          {neighbours.previous === null ? null : (
            <a href={`/digests/${neighbours.previous}`} rel="prev">
              Issue before
            </a>
          )}
          {neighbours.next === null ? null : (
            <a href={`/digests/${neighbours.next}`} rel="next">
              Issue after
            </a>
          )}
          <a href={`${path}.txt`}>As plain text</a>
          <a href={`/v1/digests/${digest.id}`}>As JSON</a>
        </nav>
      </article>
    </Page>
  );
}
