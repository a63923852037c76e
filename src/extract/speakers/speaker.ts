import type { ExtractedQuote } from '../../model/extraction.ts';
import type { People } from '../people/mentions.ts';
import type { Source } from './source.ts';

/** A source as a quote shows it. */
export interface Speaker {
  name: string | null;
  kind: ExtractedQuote['speaker_kind'];
  label: string | null;
  role: string | null;
}

/** Names a source: people by their fullest names, bodies with a name by it, everything else by a label. */
export function speakerOf(people: People, source: Source | null): Speaker {
  if (source === null) return { name: null, kind: 'unnamed', label: null, role: null };
  if (source.kind === 'person' && source.persons.length > 0) {
    const role = source.persons.length === 1 ? roleOf(people, source.persons[0]!) : null;
    return {
      name: source.persons.map((p) => people.persons[p]!.name).join('; '),
      kind: 'person',
      label: null,
      role,
    };
  }
  if (source.kind === 'organisation' && source.label !== null && /^\p{Lu}/u.test(source.label))
    return { name: source.label, kind: 'organisation', label: null, role: null };
  return {
    name: null,
    kind: source.kind === 'person' ? 'unnamed' : source.kind,
    label: source.label,
    role: null,
  };
}

/** The office of a person as this text gives it, with its body if it says which. */
export function roleOf(people: People, person: number): string | null {
  const uses = people.roles[person]!;
  const use = uses.find((u) => u.role.organisation !== null) ?? uses[0];
  return use?.phrase ?? null;
}
