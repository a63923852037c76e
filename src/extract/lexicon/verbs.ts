import { COMMON_VERBS } from '../words/function-words.ts';
import { REPORTING_FORMS } from '../words/reporting.ts';

/**
 * What a verb does in a text about people who travel, meet and speak. `hold` carries a noun ("held talks", "paid a
 * visit"), `plan` makes what follows planned, `wish` only wished, asked or tried, `off` takes it back, `topic` only
 * speaks of it, `go-on` says nothing of its own.
 */
export type VerbClass =
  | 'meet'
  | 'host'
  | 'go'
  | 'stay'
  | 'leave'
  | 'speak'
  | 'call'
  | 'hold'
  | 'attend'
  | 'say'
  | 'plan'
  | 'wish'
  | 'ask'
  | 'off'
  | 'topic'
  | 'go-on'
  | 'end'
  | 'company'
  | 'deliver'
  | 'sign'
  | 'lay'
  | 'open'
  | 'celebrate'
  | 'tour'
  | 'happen';

/**
 * A row per verb: `lemma past participle: classes`; past and participle may be left out where they are regular.
 * The classes of a verb are what the frames ask for, so that a new verb is a new row here and nothing else.
 */
const ROWS = `
meet met met: meet
sit sat sat: meet
convene: meet
gather: meet
assemble: meet
confer conferred conferred: meet
reconvene: meet
host: host
receive: host
welcome: host
greet: host
co-host: attend
visit: go tour
travel: go
journey: go
fly flew flown: go
head: go
go went gone: go
come came come: go
arrive: go
land: go
touch: go
return: go
continue: go go-on
proceed: go
drive drove driven: go
sail: go
stop stopped stopped: go
stay: stay
stand stood stood: none
spend spent spent: stay
reach: go
tour: tour go
inspect: tour
depart: leave
leave left left: leave
embark: leave hold
set set set: plan leave
speak spoke spoken: speak
talk: speak
converse: speak
chat chatted chatted: speak
call: call off
phone: call
telephone: call
hold held held: hold
have had had: hold
conduct: hold
begin began begun: hold go-on
start: hold go-on
kick: hold
open: open attend hold
launch: hold open
lead led led: hold attend company
pay paid paid: hold
make made made: hold deliver
take took taken: hold
undertake undertook undertaken: hold
do did done: hold
resume: hold
conclude: end hold say
finish: end hold
complete: end hold
wrap wrapped wrapped: end hold
end: end hold
close: end
attend: attend
participate: attend
join: attend company
chair: attend
co-chair: attend
represent: attend
moderate: attend
accompany accompanied accompanied: company
deliver: deliver
give gave given: deliver hold
present: deliver
address: deliver
brief: deliver
sign: sign
initial: sign
conclude: end
lay laid laid: lay
place: lay
inaugurate: open
unveil: open
reopen: open
commission: open
cut cut cut: open
celebrate: celebrate
commemorate: celebrate
mark: celebrate
plan planned planned: plan
intend: plan
expect: plan
schedule: plan
agree: plan say
decide: plan
prepare: plan
aim: plan
slate: plan
move: plan
reschedule: plan
announce: say plan
due due due: plan
going: plan
ready: wish
able: wish
unable: wish
keen: wish
hope: wish
want: wish
wish: wish
like: wish
love: wish
seek sought sought: wish
offer: wish
propose: wish
promise: wish
pledge: wish
vow: wish
refuse: wish
decline: wish
fail: wish
try tried tried: wish
attempt: wish
consider: wish
threaten: wish
need: wish
suggest: wish say
mull: wish
look: wish
ask: ask say
invite: ask
urge: ask
request: ask
encourage: ask
persuade: ask
implore: ask
allow: ask
thank: ask topic
help: ask
send sent sent: ask
let let let: ask
cancel cancelled cancelled: off
canceled canceled canceled: off
postpone: off
scrap scrapped scrapped: off
shelve: off
abandon: off
delay: off
skip skipped skipped: off
miss: off
boycott: off
rule: off
deny denied denied: off say
reject: off
avoid: off
discuss: topic
mention: topic
praise: topic
recall: topic say
remember: topic
appreciate: topic
condemn: topic
criticise: topic
criticize: topic
applaud: topic
commend: topic
hail: topic
note: topic say
raise: topic
review: topic
follow: go-on
include: go-on
begin: go-on
happen: happen
occur occurred occurred: happen
say said said: say
tell told told: say ask
report: say
add: say
state: say
stress: say
emphasize: say
emphasise: say
underline: say
underscore: say
highlight: say
reaffirm: say
reiterate: say
warn: say
express: say
explain: say
confirm: say
declare: say
insist: say
pledge: say
argue: say
outline: say
point: say
spell spelt spelt: none
see saw seen: none
get got got: none
find found found: none
know knew known: none
think thought thought: say
feel felt felt: none
believe: say
show showed shown: none
bring brought brought: none
keep kept kept: none
put put put: none
send: ask
become became become: none
win won won: none
lose lost lost: none
grow grew grown: none
rise rose risen: none
fall fell fallen: none
build built built: none
write wrote written: say
read read read: none
hear heard heard: none
run ran run: none
serve: none
work: none
live: none
die: none
kill: none
use: none
remain: none
want: wish
support: none
provide: none
strengthen: none
advance: none
explore: none
address: deliver
focus: none
engage: none
share: none
exchange: none
welcome: host
mean meant meant: none
seem: none
appear: none
fight fought fought: none
understand understood understood: none
pass: none
vote: none
elect: none
appoint: none
name: none
impose: none
warm: none
carry carried carried: none
advise: say
`;

/** How a form of a verb stands: the bare word, with "-s", past, participle of the past (often both), or "-ing". */
export type VerbForm = 'base' | 's' | 'past' | 'ing';

/** One reading of a word as a verb. */
export interface VerbWord {
  lemma: string;
  form: VerbForm;
  /** Can only be the participle ("spoken"). */
  participle: boolean;
  /** Its past is written like the bare word: "set". */
  same: boolean;
  classes: ReadonlySet<VerbClass>;
}

const NONE: ReadonlySet<VerbClass> = new Set();
const words = new Map<string, VerbWord>();
const classesOf = new Map<string, Set<VerbClass>>();
const DOUBLED = new Set([
  'travel',
  'cancel',
  'stop',
  'plan',
  'wrap',
  'sit',
  'set',
  'run',
  'get',
  'put',
  'let',
  'cut',
  'win',
  'begin',
  'confer',
  'chat',
  'scrap',
  'skip',
]);

const SAME = new Set(['set', 'put', 'cut', 'hit', 'let', 'read', 'come', 'become', 'run']);

function enter(word: string, lemma: string, form: VerbForm, participle = false): void {
  if (!words.has(word))
    words.set(word, { lemma, form, participle, same: SAME.has(word), classes: classesOf.get(lemma) ?? NONE });
}

const rows = ROWS.trim()
  .split('\n')
  .map((row) => {
    const [forms = '', classes = ''] = row.split(': ');
    const [lemma = '', past = null, participle = past] = forms.split(' ');
    return {
      lemma,
      past,
      participle,
      classes: classes.split(' ').filter((c) => c !== 'none') as VerbClass[],
    };
  });
for (const { lemma, classes } of rows) {
  const known = classesOf.get(lemma) ?? new Set<VerbClass>();
  for (const one of classes) known.add(one);
  classesOf.set(lemma, known);
}
for (const { lemma, past, participle } of rows) {
  // Adjectives that take an infinitive as verbs do have no other forms.
  if (['due', 'going', 'ready', 'able', 'unable', 'keen'].includes(lemma)) {
    enter(lemma, lemma, 'past', true);
    continue;
  }
  const stem = lemma.replace(/e$/, '');
  const y = /[^aeiou]y$/.test(lemma);
  enter(lemma, lemma, 'base');
  enter(
    y ? `${lemma.slice(0, -1)}ies` : /(?:s|sh|ch|x|z|o)$/.test(lemma) ? `${lemma}es` : `${lemma}s`,
    lemma,
    's',
  );
  enter(past ?? (y ? `${lemma.slice(0, -1)}ied` : `${stem}ed`), lemma, 'past');
  if (participle !== null && participle !== past) enter(participle, lemma, 'past', true);
  const doubled = DOUBLED.has(lemma) ? lemma + lemma.at(-1)! : stem;
  enter(`${doubled}ing`, lemma, 'ing');
  enter(`${stem}ing`, lemma, 'ing');
  if (DOUBLED.has(lemma)) enter(`${lemma}${lemma.at(-1)!}ed`, lemma, 'past');
}
enter('canceled', 'cancel', 'past');
for (const [word, { lemma, form }] of REPORTING_FORMS)
  if (!words.has(word))
    words.set(word, {
      lemma,
      form: form === 'ing' ? 'ing' : form === 'past' ? 'past' : word === lemma ? 'base' : 's',
      participle: false,
      same: false,
      classes: new Set<VerbClass>(['say']),
    });
for (const word of COMMON_VERBS)
  if (!words.has(word))
    words.set(word, {
      lemma: word,
      form: word.endsWith('s') ? 's' : 'past',
      participle: false,
      same: false,
      classes: NONE,
    });

/** The verb a lower-case word can be a form of, or null; any longer word in "-ed" can be the past of some verb. */
export function verbOf(key: string): VerbWord | null {
  const known = words.get(key);
  if (known !== undefined) return known;
  if (key.length > 4 && key.length < 24 && key.endsWith('ed') && !NOT_VERBS.has(key))
    return { lemma: key, form: 'past', participle: false, same: false, classes: NONE };
  return null;
}

const NOT_VERBS = new Set([
  'united',
  'indeed',
  'hundred',
  'armed',
  'allied',
  'sacred',
  'shared',
  'advanced',
  'exceed',
  'speed',
  'unprecedented',
]);
