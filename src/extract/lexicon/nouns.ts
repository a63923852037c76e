/** What a noun tells of. */
export type NounClass =
  | 'trip'
  | 'stop'
  | 'arrival'
  | 'meeting'
  | 'talks'
  | 'call'
  | 'meal'
  | 'speech'
  | 'press'
  | 'interview'
  | 'ceremony'
  | 'gathering';

const ROWS: Record<NounClass, string> = {
  trip: 'visit visits trip trips travel travels tour journey swing stay',
  stop: 'stop stops stopover ground',
  arrival: 'arrival',
  meeting:
    'meeting meetings bilateral bilaterals trilateral trilaterals pull-aside encounter tete-a-tete sitdown huddle engagement engagements',
  talks: 'talks discussion discussions consultations conversation conversations negotiations',
  call: 'call calls phonecall',
  meal: 'lunch dinner breakfast banquet reception luncheon',
  speech: 'speech address remarks lecture keynote intervention speeches',
  press: 'conference conferences briefing briefings availability availabilities doorstop',
  interview: 'interview interviews',
  ceremony: 'ceremony ceremonies funeral inauguration coronation commemoration wedding',
  gathering:
    'summit summits ministerial forum roundtable symposium conference conferences dialogue congress assembly council',
};

const classes = new Map<string, NounClass[]>();
for (const [noun, words] of Object.entries(ROWS) as [NounClass, string][])
  for (const word of words.split(' ')) classes.set(word, [...(classes.get(word) ?? []), noun]);

const NONE: readonly NounClass[] = [];

/** What a lower-case noun tells of, as far as frames know it. */
export function nounOf(key: string): readonly NounClass[] {
  return classes.get(key) ?? NONE;
}

/** Words for somebody by office, in the singular. */
export const OFFICES: ReadonlySet<string> = new Set(
  (
    'president minister premier secretary chancellor king queen prince princess emir sultan pope ambassador envoy commissioner chief head chairman chairwoman ' +
    'chair speaker general governor senator deputy director representative counterpart leader taoiseach administrator adviser advisor spokesperson spokesman ' +
    'spokeswoman secretary-general official undersecretary colleague guest host mayor congressman congresswoman commander coordinator delegation patriarch ' +
    'treasurer monarch majesty excellency vice-president director-general lady'
  ).split(' '),
);

/** Bodies of people who can be met though nobody is named. */
export const GROUPS: ReadonlySet<string> = new Set(
  (
    'states nations countries presidents ministers premiers secretaries chancellors kings ambassadors envoys commissioners chiefs heads speakers generals governors senators deputies directors ' +
    'representatives counterparts leaders officials colleagues delegations counterpart members lawmakers parliamentarians legislators troops soldiers families students executives ' +
    'authorities community communities refugees activists journalists survivors personnel scholars entrepreneurs advisers commanders sides officers leadership citizens youth veterans ' +
    'leaders allies partners women teachers workers farmers businesses companies ceos mayors diplomats staff team congress parliament council committee cabinet assembly ' +
    'commission group government business organizations groups parties chambers fellows firefighters relatives residents'
  ).split(' '),
);
