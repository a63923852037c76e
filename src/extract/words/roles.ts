/** Words that stand before a name as a form of address, with the gender they give away. */
export const HONORIFICS: ReadonlyMap<string, 'f' | 'm' | null> = new Map<string, 'f' | 'm' | null>([
  ...'shri mr mister sir lord king prince baron duke sheikh sheik imam father brother pope'
    .split(' ')
    .map((word) => [word, 'm'] as const),
  ...'smt mrs ms miss madam madame dame lady queen princess baroness duchess sister'
    .split(' ')
    .map((word) => [word, 'f'] as const),
  ...'dr doctor prof professor mx hon honourable honorable rev revd reverend ven rt right fr h.e excellency majesty highness royal his her'
    .split(' ')
    .map((word) => [word, null] as const),
]);

/** Abbreviated and full titles printed before names with a capital. */
export const TITLES: ReadonlySet<string> = new Set(
  (
    'counselor counsellor taoiseach tánaiste tanaiste vice-chancellor president vice deputy prime first minister secretary secretary-general general chancellor premier chairman chairwoman ' +
    'chairperson chair speaker senator sen representative rep congressman congresswoman governor gov mayor ambassador ' +
    'commissioner high director manager officer chief executive head leader spokesman spokeswoman spokesperson ' +
    'attorney judge justice sheriff detective inspector superintendent captain capt colonel col lieutenant lt major maj ' +
    'gen brig rear cpl spc pvt det insp supt cllr atty asst dep sergeant sgt admiral adm commander cmdr corporal private brigadier marshal bishop archbishop cardinal patriarch rabbi ' +
    'ayatollah emir amir sultan emperor empress crown foreign affairs state defense defence treasury interior finance justice home ' +
    'trade security national adviser advisor ceo cfo coo cto cio cmo evp svp vp founder co-founder cofounder co-ceo ' +
    'co-chair partner principal owner president-elect former acting interim senior junior shadow parliamentary ' +
    'member delegate councillor councilor councilman councilwoman mp mep msp coach professor emeritus lead assistant ' +
    'associate permanent special envoy under undersecretary under-secretary under-secretary-general assistant-secretary consul ' +
    'chargé legal counsel coordinator administrator treasurer dean provost rector chaplain pastor editor editor-in-chief ' +
    'correspondent reporter analyst economist activist author artist actor actress singer producer host journalist ' +
    'whip majority minority republican democrat democratic gop tory labour conservative liberal lawmaker lawmakers ' +
    'candidate nominee officer-in-charge operating financial marketing technology information product revenue people ' +
    'representatives senators reps sens presidents ministers secretaries govs drs messrs gens'
  ).split(' '),
);

/** Nouns, in lower case, that name what somebody is; "the minister", "a spokesman", "author Jane Example". */
export const ROLE_NOUNS: ReadonlySet<string> = new Set(
  (
    'taoiseach tánaiste tanaiste vice-chancellor co-ceo co-head co-director co-president co-host co-leader co-lead vice-chair vice-chairman vice-president-elect managing-director ' +
    'president vice-president minister secretary secretary-general chancellor premier chairman chairwoman chairperson chair speaker ' +
    'senator representative congressman congresswoman governor mayor ambassador commissioner director manager officer chief ' +
    'executive head leader spokesman spokeswoman spokesperson attorney judge justice sheriff detective inspector ' +
    'superintendent captain colonel lieutenant major sergeant admiral general commander bishop archbishop cardinal pope ' +
    'patriarch rabbi imam pastor priest king queen prince princess emperor monarch emir sultan diplomat envoy adviser advisor ' +
    'ceo cfo coo cto founder co-founder cofounder co-owner partner principal owner deputy member delegate councillor councilor ' +
    'councilman councilwoman mp mep coach professor counsel coordinator administrator treasurer dean rector editor ' +
    'correspondent reporter analyst economist activist author coauthor co-author artist actor actress singer songwriter ' +
    'musician producer host journalist lawmaker candidate nominee scientist researcher engineer lawyer prosecutor solicitor ' +
    'barrister teacher student doctor physician surgeon nurse therapist psychologist expert historian architect designer ' +
    'developer entrepreneur investor banker broker trader consultant strategist pollster lobbyist aide official staffer ' +
    'agent investigator officer-elect president-elect winner champion player striker goalkeeper captain manager athlete driver ' +
    'curator librarian writer poet novelist columnist commentator critic blogger farmer fisherman worker employee client ' +
    'customer resident neighbor neighbour witness survivor victim veteran soldier pilot astronaut father mother husband wife ' +
    'son daughter brother sister uncle aunt cousin widow widower grandfather grandmother parent friend colleague boss ' +
    'volunteer organizer organiser co-chair chairman-elect fellow scholar chemist physicist biologist meteorologist ' +
    'climatologist epidemiologist publisher presenter anchor narrator moderator mediator negotiator rapporteur registrar ' +
    'supporter opponent rival predecessor successor counterpart mogul businessman businesswoman billionaire magnate tycoon ' +
    'year-old year-olds man woman boy girl teenager youth youngster mum mom dad celebrity star legend comedian dancer chef photographer ' +
    'film-maker filmmaker screenwriter illustrator comedian cosplayer gamer defector dissident refugee migrant ' +
    'campaigner protester demonstrator pundit ombudsman ombudswoman magistrate jurist advocate academic lecturer sociologist ' +
    'anthropologist archaeologist criminologist geologist ecologist astronomer mathematician statistician neuroscientist ' +
    'virologist immunologist oncologist cardiologist psychiatrist paediatrician pediatrician pharmacist dentist veterinarian ' +
    'paramedic firefighter policeman policewoman constable trustee headteacher headmaster headmistress vicar nun monk ' +
    'rapper drummer guitarist composer sculptor painter playwright translator interpreter alderman supervisor ' +
    'mate ally surrogate operative backer donor voter frenchman frenchwoman englishman englishwoman dutchman dutchwoman irishman irishwoman scotsman welshman newsman congressman-elect ' +
    'surveyor electrician carpenter landlord landlady shopkeeper retailer restaurateur skipper sailor swimmer ' +
    'regent assemblyman assemblywoman patient warden observer medallist medalist laureate insider passenger commuter shopper tourist motorist pensioner retiree trainer caretaker hairdresser plumber ' +
    'mechanic butcher baker miner docker seamstress waiter waitress tenant juror defendant plaintiff claimant coroner clerk sponsor hostage inmate prisoner ' +
    'detainee suspect paratrooper politician pontiff runner cyclist boxer golfer midfielder referee umpire whistleblower'
  ).split(' '),
);

/** Plural or collective speakers who are nobody in particular. */
export const CROWD_NOUNS: ReadonlySet<string> = new Set(
  (
    'officials sources authorities police researchers scientists authors experts analysts critics supporters opponents aides ' +
    'lawmakers leaders ministers people residents witnesses reporters journalists economists prosecutors lawyers doctors ' +
    'investigators organizers organisers protesters activists campaigners insiders advisers advisors diplomats spokespeople ' +
    'spokespersons parents students teachers workers employees members customers clients fans players voters readers some ' +
    'many others several most both few democrats republicans conservatives liberals americans mexicans britons observers ' +
    'historians soldiers troops rebels police-officers firefighters survivors neighbours neighbors colleagues friends ' +
    'family families relatives everyone everybody nobody somebody someone anyone one another questioner reader source group crowd public'
  ).split(' '),
);

/** Things that are written and can be quoted. */
export const DOCUMENT_NOUNS: ReadonlySet<string> = new Set(
  (
    'report statement letter study survey poll article editorial memo memorandum document documents paper book email e-mail ' +
    'message tweet post posting ad advertisement commercial clip video spot website site page release communique communiqué ' +
    'resolution declaration treaty agreement law act bill constitution amendment rule rules regulation ruling judgment ' +
    'judgement verdict opinion filing complaint lawsuit suit indictment affidavit transcript platform manifesto text note ' +
    'notice sign banner poster headline caption description summary policy guidelines guidance standards code order decree motto ' +
    'slogan story blog column essay review speech script song lyrics petition preamble dictionary bible proverb saying ' +
    'analysis account announcement advisory bulletin pamphlet leaflet brochure newsletter newspaper magazine paper'
  ).split(' '),
);

/** Bodies with a lower-case name: "the ministry said". */
export const BODY_NOUNS: ReadonlySet<string> = new Set(
  (
    'company firm group agency ministry department office government administration committee commission council court ' +
    'parliament congress senate house cabinet army navy military police campaign team party union association foundation ' +
    'institute university college school hospital bank fund organization organisation network channel newspaper station ' +
    'church club league federation board panel jury bureau authority force embassy consulate alliance coalition movement ' +
    'television tv radio broadcaster daily tabloid business corporation startup publisher studio label airline manufacturer retailer charity nonprofit ngo regulator ' +
    'watchdog service center centre society bloc delegation mission command regime kremlin pentagon vatican'
  ).split(' '),
);

/** Letters after a name that are not part of it. */
export const POSTNOMINALS: ReadonlySet<string> = new Set(
  'td mla mlc cmg obe mbe cbe kcmg gcmg kbe dbe kcb gcb cb mp mep msp qc kc sc am ao ac oam phd ph.d. md m.d. rn mba jd esq esq. cpa dds dmd dvm frs frcp mvo cvo kcvo lvo dso dsc mc afc tds kt bt usn usaf usa usmc ret. ret lcsw mph msc ma ba bsc edd ed.d. dpt pmp cfa cfp pe aia faia'.split(
    ' ',
  ),
);

/** Parts of a name behind the surname. */
export const SUFFIXES: ReadonlySet<string> = new Set(
  'jr jr. sr sr. ii iii iv vii viii ix xii xiii xiv xv xvi xxiii'.split(' '),
);

/** Parts of a surname that may stand in lower case. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della delle di du des la le los las van von der den ter ten te el al bin ibn ben bint abu y e af av zu zur dal dalla st. st'.split(
    ' ',
  ),
);
