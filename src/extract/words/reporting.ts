/** Verbs that hand words to a speaker, by what they need to be believed. */
const STRONG =
  'say tell add state note explain declare announce comment remark reply respond argue claim insist stress emphasize emphasise underline underscore ' +
  'highlight warn assert maintain contend observe reiterate repeat conclude continue acknowledge admit concede confirm confess deny disclose ' +
  'reveal report write tweet post ask question wonder answer retort quip joke lament complain muse recall reflect testify vow pledge promise ' +
  'predict suggest advise caution counter affirm reaffirm allege boast exclaim shout yell scream whisper mutter murmur plead beg urge demand ' +
  'propose recommend inform quote elaborate clarify echo agree object protest opine summarize summarise voice explain marvel chide chime scoff ' +
  'crow fume thunder bellow gush enthuse rejoin interject volunteer posit hint tease recount narrate rap preach proclaim pronounce state specify ' +
  'commend praise hail applaud condemn denounce decry blast slam criticize criticise deride dismiss describe characterize characterise ' +
  'label brand call dub term deem portray rejoice advocate believe think feel hope expect fear anticipate doubt read sing chant cry laugh sigh ' +
  'sum point mention outline express convey communicate accuse blame defend implore assure reassure remind instruct caution brag rail ' +
  'retweet email text blog estimate find determine rule reason speculate surmise venture reckon guess concur gripe grumble snap bark growl ' +
  'sneer jeer taunt mock ridicule rebut refute reject lambast lambaste rip hammer tout trumpet welcome thank congratulate invite extol laud credit cite ' +
  'relay intone deadpan exult vent venture gripe bemoan beam drawl hiss interrupt intimate jest needle persist profess purr scold scream shrug smile snarl sob splutter sputter stammer stutter swear vouch wail whine yelp counsel ' +
  'address speak talk discuss share offer compare liken appeal';

const IRREGULAR: Record<string, readonly string[]> = {
  say: ['said', 'says', 'saying'],
  tell: ['told', 'tells', 'telling'],
  write: ['wrote', 'writes', 'writing', 'written'],
  read: ['read', 'reads', 'reading'],
  think: ['thought', 'thinks', 'thinking'],
  feel: ['felt', 'feels', 'feeling'],
  sing: ['sang', 'sung', 'sings', 'singing'],
  cry: ['cried', 'cries', 'crying'],
  deny: ['denied', 'denies', 'denying'],
  reply: ['replied', 'replies', 'replying'],
  testify: ['testified', 'testifies', 'testifying'],
  clarify: ['clarified', 'clarifies', 'clarifying'],
  specify: ['specified', 'specifies', 'specifying'],
  decry: ['decried', 'decries', 'decrying'],
  find: ['found', 'finds'],
  speak: ['spoke', 'spoken', 'speaks', 'speaking'],
  sum: ['summed', 'sums', 'summing'],
  quip: ['quipped', 'quips', 'quipping'],
  admit: ['admitted', 'admits', 'admitting'],
  rap: ['rapped', 'raps', 'rapping'],
  slam: ['slammed', 'slams', 'slamming'],
  snap: ['snapped', 'snaps', 'snapping'],
  beg: ['begged', 'begs', 'begging'],
  brag: ['bragged', 'brags', 'bragging'],
  blog: ['blogged', 'blogs', 'blogging'],
  rip: ['ripped', 'rips', 'ripping'],
  rebut: ['rebutted', 'rebuts', 'rebutting'],
  concur: ['concurred', 'concurs', 'concurring'],
  retort: ['retorted', 'retorts', 'retorting'],
  extol: ['extolled', 'extols', 'extolling'],
  dub: ['dubbed', 'dubs', 'dubbing'],
  put: ['put', 'puts', 'putting'],
  go: ['went', 'goes'],
};

/** Verbs that only report when nothing better is near: they open sentences about other things as often. */
const WEAK =
  'believe think feel hope expect fear anticipate doubt mean read find text point address speak talk discuss share ' +
  'offer call dub term deem label brand describe characterize characterise portray reject cite welcome thank ' +
  'congratulate invite credit rule determine express mock hammer tout rip post report reveal defend promise question estimate praise hail ' +
  'applaud condemn denounce blast slam criticize criticise dismiss accuse blame voice reflect echo sum compare liken appeal';

/** Verbs that take what is said as an object: "called it “a mistake”". */
const NAMING =
  'call dub term deem label brand describe characterize characterise portray denounce decry dismiss condemn hail praise slam blast deride';

export interface ReportingForm {
  lemma: string;
  strength: 'strong' | 'weak';
  form: 'past' | 'present' | 'ing';
  naming: boolean;
}

const weak = new Set(WEAK.split(' '));
const naming = new Set(NAMING.split(' '));
const table = new Map<string, ReportingForm>();

function enter(word: string, lemma: string, form: ReportingForm['form']): void {
  if (!table.has(word))
    table.set(word, {
      lemma,
      strength: weak.has(lemma) ? 'weak' : 'strong',
      form,
      naming: naming.has(lemma),
    });
}

for (const lemma of [...STRONG.split(' '), 'put', 'go']) {
  const irregular = IRREGULAR[lemma];
  const forms =
    irregular ??
    (lemma.endsWith('e')
      ? [`${lemma}d`, `${lemma}s`, `${lemma.slice(0, -1)}ing`]
      : /(s|sh|ch|x)$/.test(lemma)
        ? [`${lemma}ed`, `${lemma}es`, `${lemma}ing`]
        : [`${lemma}ed`, `${lemma}s`, `${lemma}ing`]);
  enter(lemma, lemma, 'present');
  for (const word of forms)
    enter(word, lemma, word.endsWith('ing') ? 'ing' : word.endsWith('s') ? 'present' : 'past');
}

/** Inflected forms of reporting verbs, in lower case. */
export const REPORTING_FORMS: ReadonlyMap<string, ReportingForm> = table;
