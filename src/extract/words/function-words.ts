/** Words that begin sentences with a capital without naming anything. */
export const STARTERS: ReadonlySet<string> = new Set(
  (
    'the a an and but or nor so yet for if then else when while where why how who whom whose which what that this these those there here ' +
    'he she it they we i you him her them us his its their our your my me one two three four five six seven eight nine ten some any many much more most ' +
    'few several all both each every either neither no not none nothing something someone everyone anyone everything in on at by to of from with without ' +
    'within into onto over under above below between among through during before after since until till about against along across around ' +
    'behind beside besides beyond despite down up off out near per via than as because although though even unless whereas whether lest ' +
    'quote quotes afterward afterwards also too only just still already again ever never always often sometimes later earlier now today tomorrow yesterday soon once twice ' +
    'however moreover furthermore meanwhile nevertheless therefore thus hence otherwise instead indeed perhaps maybe yes well oh ' +
    'additionally finally lastly firstly secondly thirdly first second third next last new old other another such same own ' +
    'according regarding concerning including following given speaking asked asking addressing drawing pointing looking citing noting adding meeting ' +
    'is are was were be been being am do does did done doing have has had having will would shall should can could may might must ' +
    'let please thank thanks dear note like unlike based allegedly reportedly apparently clearly obviously recently currently previously originally ' +
    'good great big small long short high low early late full free open real true false local regional national global ' +
    'made make take get go come see look find use work help learn read visit join click follow share watch contact call ask ' +
    'about how why what photo image video credit source editor updated published posted breaking exclusive update news'
  ).split(' '),
);

/** Auxiliaries and copulas. */
export const AUXILIARIES: ReadonlySet<string> = new Set(
  "is are was were be been being am has have had having will would shall should can could may might must do does did isn't aren't wasn't weren't hasn't haven't hadn't won't wouldn't can't cannot couldn't doesn't didn't".split(
    ' ',
  ),
);

export const PREPOSITIONS: ReadonlySet<string> = new Set(
  (
    'of in on at by to from with without within into onto over under between among through during before after since until about against along ' +
    'across around behind beside besides beyond despite near per via than for like unlike as toward towards upon including versus vs. amid alongside'
  ).split(' '),
);

/** Verbs that commonly follow a subject in news and are neither reporting verbs nor regular "-ed" forms. */
export const COMMON_VERBS: ReadonlySet<string> = new Set(
  (
    'met meets made makes took takes gave gives came comes went goes got gets saw sees knew knows became becomes began begins held holds led leads left leaves ' +
    'lost loses won wins ran runs sent sends spent spends stood stands kept keeps let lets paid pays put puts set sets sat sits wrote writes brought brings ' +
    'built builds bought buys chose chooses drew draws drove drives fell falls fought fights flew flies forgot forgets grew grows heard hears ' +
    'hit hits hurt hurts laid lays lay lies rode rides rose rises sold sells shook shakes showed shows shot shoots spoke speaks taught teaches threw throws ' +
    'understood understands wore wears hopes wants needs expects plans seeks sought leads serves visits meets joins calls looks works lives believes thinks feels ' +
    'refuses refused declines declined tries tried says said told tells ' +
    'died dies used lied tied struck broke rose fell caught dealt drank ate beat bent bet bid bit blew broadcast burst cast clung crept cut dug dove drawn drove fed fled flung forgave ' +
    'froze hung hid leapt lent lit meant overcame oversaw quit rang read rid sank shone shrank shut slept slid split sprang stole stuck stung swam swept swore swung ' +
    'taught tore underwent undertook upheld withdrew withstood woke wound accepts agrees appears argues arrives attends backs becomes carries chairs heads hosts opens owns runs teaches travels turns writes'
  ).split(' '),
);

export const CONJUNCTIONS: ReadonlySet<string> = new Set(
  'and but or nor yet so while when where because although though if that whereas as since after before until'.split(
    ' ',
  ),
);
