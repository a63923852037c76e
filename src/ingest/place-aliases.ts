import { whereabouts } from './drafts/engagement.ts';
import type { Graph } from './graph.ts';
import { locate } from './places.ts';

/**
 * A document that says less of where something was gives the place a poorer id ("town-hall-no" for what is
 * "town-hall-oslo-no" once the city is known). Leads each such id to the place as all documents together know it.
 */
export function placeAliases(graph: Graph): Map<string, string> {
  const aliases = new Map<string, string>();
  const note = (alone: string | undefined, id: string | undefined) => {
    if (alone === undefined || id === undefined || alone === id) return;
    const known = aliases.get(alone);
    if (known === undefined || id < known) aliases.set(alone, id);
  };
  for (const { sources } of graph.engagements) {
    const together = whereabouts(sources);
    for (const it of sources) {
      const alone = locate(it);
      note(alone.place?.id, together.place?.id);
      note(alone.city?.id, together.city?.id);
    }
  }
  return aliases;
}
