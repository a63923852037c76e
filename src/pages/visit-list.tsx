import { inSentence } from '../model/country.ts';
import { spanInWords } from '../model/days.ts';
import type { PublicVisit } from '../public/visit.ts';
import { Words } from './parts.tsx';

/** Visits, each with its days, places and how many documents tell of it. */
export const VisitList = ({
  visits,
  href = ({ id }) => `/visits/${id}`,
}: {
  visits: readonly PublicVisit[];
  href?: (visit: PublicVisit) => string;
}) => (
  <ul class="visits">
    {visits.map((visit) => (
      <li>
        <a href={href(visit)}>
          <Words>{visit.visitor.name}</Words> in <Words>{inSentence(visit.country.name)}</Words>
        </a>
        <span class="where">
          {spanInWords(visit.start, visit.end) || 'Days not stated'}
          {visit.cities.length === 0 ? null : (
            <>
              {' '}
              · <Words>{visit.cities.map(({ name }) => name).join(', ')}</Words>
            </>
          )}
          {visit.visit_status === 'announced' ? ' · announced' : ''}
        </span>
      </li>
    ))}
  </ul>
);
