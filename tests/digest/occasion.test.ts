import { describe, expect, it } from 'vitest';
import { othersAt, placeOfEngagement } from '../../src/wording/occasion.ts';
import { alpha, anEngagement, norway, trip } from '../workers/entries.ts';

const oslo = { id: 'oslo', name: 'Oslo' };
const beta = { id: 'beta', name: 'Minister Beta', role: null };
const first = { ...alpha, role: null };

describe('an engagement in one line', () => {
  it('has its place once, and its country only where no visit says it', () => {
    const institute = { id: 'institute', name: 'Example Institute' };
    const place = (given: Parameters<typeof anEngagement>[0]) =>
      placeOfEngagement(
        anEngagement({ place: institute, city: oslo, country: norway, visit: null, ...given }),
      );
    expect(place({ title: 'Speech' })).toBe('Example Institute, Oslo, Norway');
    expect(place({ title: 'Speech at the Example Institute', visit: trip })).toBe('Oslo');
    expect(place({ title: 'Speech', place: { id: 'x', name: 'Town Hall, Oslo' } })).toBe(
      'Town Hall, Oslo, Norway',
    );
    expect(place({ title: 'Meeting in Oslo', place: null, visit: trip })).toBe('');
  });

  it('names whoever took part and is not named already', () => {
    const others = (given: Parameters<typeof anEngagement>[0]) =>
      othersAt(anEngagement({ participants: [first, beta], ...given }));
    expect(others({ title: 'Meeting', visit: trip })).toEqual(['Minister Beta']);
    expect(others({ title: 'Meeting with Minister Beta', visit: trip })).toEqual([]);
    expect(others({ title: 'Press conference with Minister Beta', visit: null })).toEqual(['Minister Alpha']);
  });
});
