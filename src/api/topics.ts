import type { Position } from '../http/cursor.ts';
import * as param from '../http/params.ts';
import { renderBody } from '../links.ts';
import { foldWords } from '../model/fold.ts';
import { PublicTopic, toPublicTopic } from '../public/topic.ts';
import { topics } from '../register/files.ts';
import { readCounts } from '../store/counts.ts';
import { readPhrases, toNeedles } from '../store/filter.ts';
import type { Reader } from '../store/reader.ts';
import { examples } from './examples.ts';
import { answerPages } from './list.ts';
import { operation } from './operation.ts';
import { LIST_PROBLEMS, pageAnswer, paging } from './paging.ts';

export const listTopics = operation({
  id: 'listTopics',
  method: 'GET',
  path: '/v1/topics',
  tag: 'Topics',
  summary: 'Topics, with how many quotes are about each',
  description:
    'From the register, in the order of their names. They have no history, so `updated_since` gives all of them.',
  query: { q: param.words, ...paging(PublicTopic) },
  answers: pageAnswer(PublicTopic, examples.topic),
  problems: LIST_PROBLEMS,
  handle: (c, { q, ...page }) => {
    const needles = q === undefined ? [] : toNeedles({ keys: [], phrases: readPhrases(q) }).words;
    const asked = topics
      .filter((topic) => {
        const words = ` ${foldWords([topic.name, ...topic.terms].join(' ')).join(' ')} `;
        return needles.every((needle) => words.includes(needle));
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const read = async (db: Reader, after: Position | null, limit: number) => {
      const begin = Number(after?.[0] ?? 0);
      const shown = asked.slice(begin, begin + limit);
      const { revision, counts } = await readCounts(
        db,
        shown.map(({ id }) => `quote topic:${id}`),
      );
      return {
        revision,
        bodies: shown.map((topic) =>
          renderBody(toPublicTopic(topic, counts.get(`quote topic:${topic.id}`) ?? 0)),
        ),
        end: asked.length > begin + limit ? [begin + limit] : null,
      };
    };
    return answerPages(c, 'topic', ['quote'], page, read, 'body');
  },
});
