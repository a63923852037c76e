import { orderOf } from '../../model/order.ts';
import type { Figure } from '../../model/record.ts';
import type { FigureSource } from '../../model/source.ts';
import { unitToken } from '../../model/unit.ts';
import { toPublicFigure } from '../../public/figure.ts';
import { type Group, keyOf } from '../graph.ts';
import { token } from '../places.ts';
import {
  compare,
  type Draft,
  datingOf,
  evidence,
  inOrder,
  type Surroundings,
  shown,
  words,
} from './draft.ts';

export function draftFigure(group: Group<FigureSource>, around: Surroundings): Draft {
  const told = inOrder(group.sources, around).map((it) => {
    const occasion =
      it.engagement_n === null
        ? null
        : (around.occasions.get(keyOf({ document_id: it.document_id, n: it.engagement_n })) ?? null);
    return { it, occasion, said_on: it.said_on ?? occasion?.date ?? null };
  });
  told.sort((a, b) => compare(a.said_on ?? '9999', b.said_on ?? '9999'));
  const [first] = told as [(typeof told)[number], ...typeof told];
  const stater = told.find(({ it }) => it.stated_by !== null)?.it.stated_by ?? null;
  const { dating, keys } = datingOf(first.said_on, group.sources, around);
  const figure: Figure = {
    id: group.id,
    text: first.it.text,
    value: first.it.value,
    unit: first.it.unit,
    about: first.it.about,
    qualifier: first.it.qualifier,
    stated_by: stater === null ? null : shown(stater, around),
    said_on: first.said_on,
    ...dating,
    engagement: first.occasion?.engagement ?? null,
    visit: first.occasion?.visit ?? null,
    sentence: first.it.sentence,
    sources: told.map(({ it }) => evidence(it, it, around)),
  };
  return {
    id: group.id,
    ord: orderOf(figure.day, group.id),
    keys: [
      ...new Set(told.flatMap(({ it }) => (it.stated_by === null ? [] : [token('person', it.stated_by.id)]))),
      token('unit', unitToken(figure.unit)),
      ...keys,
      ...new Set(told.map(({ it }) => token('document', it.document_id))),
      ...new Set(
        told.flatMap(({ occasion }) =>
          occasion === null ? [] : [token('engagement', occasion.engagement.id)],
        ),
      ),
      ...new Set(
        told.flatMap(({ occasion }) => (occasion?.visit == null ? [] : [token('visit', occasion.visit.id)])),
      ),
    ],
    words: words(figure.sentence, figure.about, figure.stated_by?.name),
    aloneIds: group.sources.map((it) => it.alone_id),
    title: figure.text,
    body: (stamps) => toPublicFigure(figure, stamps, 'published'),
  };
}
