/** The register as it stands in `corpus/`, bundled with the code. Tests hold it to the shapes of `entries.ts`. */
import officesJson from '../../corpus/offices.json' with { type: 'json' };
import peopleJson from '../../corpus/people.json' with { type: 'json' };
import placesJson from '../../corpus/places.json' with { type: 'json' };
import topicsJson from '../../corpus/topics.json' with { type: 'json' };
import type { OfficesFile, PersonEntry, PlacesFile, TopicEntry } from './entries.ts';

export const offices: OfficesFile = officesJson;
export const people = peopleJson as PersonEntry[];
export const places = placesJson as PlacesFile;
export const topics: TopicEntry[] = topicsJson;
