import { describe, expect, it } from 'vitest';
import { publisherOf } from '../../src/extract/publisher.ts';

const BODY = '\n\nThe Minister opened the bridge on Monday, to the cheers of the town.\n';

describe('the publisher', () => {
  it.each([
    [
      'a label',
      `Bridge opened\n\nFrom: Foreign Office and The Rt Hon Jane Example MP${BODY}`,
      'Foreign Office',
    ],
    ['a label on a line of its own', `Bridge opened\n\nFrom:\nMinistry of Roads${BODY}`, 'Ministry of Roads'],
    ['a source below the text', `Bridge opened${BODY}\nSource: Government of Alpha\n`, 'Government of Alpha'],
    ['nothing', `Bridge opened${BODY}`, null],
    ['the credit of a picture', `Bridge opened${BODY}\nSource: Getty Images\n`, null],
    ['a sentence', `Bridge opened\n\nFrom: the north it looks taller.${BODY}`, null],
  ])('is read from %s', (_name, text, publisher) => {
    expect(publisherOf(text)).toBe(publisher);
  });
});
