/** Countries and larger regions with what their people are called; a name with several words has its own line below. */
const NATIONS =
  'afghanistan:afghan albania:albanian algeria:algerian angola:angolan argentina:argentine,argentinian armenia:armenian australia:australian ' +
  'austria:austrian azerbaijan:azerbaijani,azeri bahrain:bahraini bangladesh:bangladeshi belarus:belarusian belgium:belgian benin:beninese ' +
  'bolivia:bolivian bosnia:bosnian botswana:botswanan brazil:brazilian britain:british,briton bulgaria:bulgarian burma:burmese burundi:burundian ' +
  'cambodia:cambodian cameroon:cameroonian canada:canadian chad:chadian chile:chilean china:chinese colombia:colombian congo:congolese ' +
  'croatia:croatian,croat cuba:cuban cyprus:cypriot czechia:czech denmark:danish,dane ecuador:ecuadorian egypt:egyptian england:english ' +
  'eritrea:eritrean estonia:estonian ethiopia:ethiopian europe:european fiji:fijian finland:finnish,finn france:french,frenchman,frenchwoman gabon:gabonese ' +
  'gambia:gambian gaza:gazan germany:german ghana:ghanaian greece:greek greenland:greenlandic guatemala:guatemalan guinea:guinean haiti:haitian ' +
  'holland:dutch,dutchman,dutchwoman honduras:honduran hungary:hungarian iceland:icelandic,icelander india:indian indonesia:indonesian iran:iranian ' +
  'iraq:iraqi ireland:irish,irishman,irishwoman israel:israeli italy:italian jamaica:jamaican japan:japanese jordan:jordanian kazakhstan:kazakh ' +
  'kenya:kenyan kosovo:kosovar kuwait:kuwaiti kyrgyzstan:kyrgyz laos:laotian latvia:latvian lebanon:lebanese liberia:liberian libya:libyan ' +
  'liechtenstein: lithuania:lithuanian luxembourg:luxembourger macedonia:macedonian madagascar:malagasy malawi:malawian malaysia:malaysian ' +
  'mali:malian malta:maltese mauritania:mauritanian mauritius:mauritian mexico:mexican moldova:moldovan monaco: mongolia:mongolian ' +
  'montenegro:montenegrin morocco:moroccan mozambique:mozambican myanmar:burmese namibia:namibian nepal:nepalese,nepali netherlands:dutch ' +
  'nicaragua:nicaraguan niger:nigerien nigeria:nigerian norway:norwegian oman:omani pakistan:pakistani palestine:palestinian panama:panamanian ' +
  'paraguay:paraguayan peru:peruvian philippines:filipino,philippine poland:polish,pole portugal:portuguese qatar:qatari romania:romanian ' +
  'russia:russian rwanda:rwandan scotland:scottish,scot senegal:senegalese serbia:serbian,serb singapore:singaporean slovakia:slovak ' +
  'slovenia:slovenian,slovene somalia:somali spain:spanish,spaniard sudan:sudanese sweden:swedish,swede switzerland:swiss syria:syrian taiwan:taiwanese ' +
  'tajikistan:tajik tanzania:tanzanian thailand:thai tibet:tibetan togo:togolese tunisia:tunisian turkey:turkish,turk turkmenistan:turkmen uganda:ugandan ' +
  'ukraine:ukrainian uruguay:uruguayan uzbekistan:uzbek venezuela:venezuelan vietnam:vietnamese wales:welsh,welshman yemen:yemeni zambia:zambian ' +
  'zimbabwe:zimbabwean zealand:zealander africa:african asia:asian america:american,us,u.s. antarctica: arabia:arab,saudi';

const CITIES =
  'amsterdam ankara athens auckland baghdad baku bangkok barcelona beijing beirut belfast belgrade berlin bern bogota bogotá bonn boston bratislava ' +
  'brasilia brussels bucharest budapest cairo canberra caracas chicago christchurch copenhagen dallas damascus delhi denver detroit dhaka doha dubai dublin ' +
  'edinburgh frankfurt geneva glasgow hamburg hanoi harare havana helsinki herat hiroshima houston irving islamabad istanbul jakarta jerusalem johannesburg ' +
  'kabul kampala karachi kathmandu kiev kigali kinshasa krakow kyiv lagos lahore lima lisbon ljubljana london luxembourg lyon madrid manchester ' +
  'manila melbourne miami milan minsk montreal moscow mumbai munich nairobi nashville niamey nicosia oslo ottawa paris perth philadelphia phoenix ' +
  'prague pretoria pyongyang quito rabat reykjavik riga riyadh rome sarajevo seattle seoul shanghai skopje sofia stockholm strasbourg sydney taipei tallinn ' +
  'tampa tbilisi tehran tirana tokyo toronto tripoli troy tunis vancouver vienna vilnius warsaw washington wellington yerevan zagreb zurich bydgoszcz tulsa ' +
  'alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana ' +
  'maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah ' +
  'vermont wisconsin wyoming ontario quebec queensland tasmania bavaria crimea donbas catalonia manhattan brooklyn hollywood silicon aceh kanata ' +
  'd.c. dc n.y. n.j. atlantic pacific mediterranean caribbean baltic balkans himalayas arctic crete';

const PHRASES =
  'united states|united kingdom|new zealand|south korea|north korea|south africa|saudi arabia|sri lanka|costa rica|el salvador|puerto rico|hong kong|new york|' +
  'los angeles|san francisco|san diego|las vegas|new orleans|new jersey|new mexico|new hampshire|north carolina|south carolina|north dakota|south dakota|' +
  'west virginia|rhode island|new delhi|mexico city|tel aviv|east timor|papua new guinea|sierra leone|burkina faso|ivory coast|united arab emirates|abu dhabi|' +
  'czech republic|dominican republic|vatican city|south sudan|middle east|latin america|north america|south america|european union|african union|holy see|' +
  'new england|new south|middle eastern|the hague|st petersburg|white house|capitol hill|wall street|downing street|soviet union|cape verde|guinea bissau|' +
  'northern ireland|great britain|west bank|central america|southeast asia|asia pacific|indo pacific|east asia|san jose|san antonio|fort worth|palo alto|mountain view';

const demonyms = new Map<string, string>();
const countries = new Set<string>();
for (const entry of NATIONS.split(' ')) {
  const [country = '', people = ''] = entry.split(':');
  countries.add(country);
  for (const word of people.split(',')) if (word) demonyms.set(word, country);
}

/** Lower-case word for a people or their things ("norwegian") → lower-case country. */
export const DEMONYMS: ReadonlyMap<string, string> = demonyms;

/** Lower-case single words that name a place and are seldom a person's name. */
export const PLACE_WORDS: ReadonlySet<string> = new Set([...countries, ...CITIES.split(' ')]);

/** Lower-case places of several words. */
export const PLACE_PHRASES: ReadonlySet<string> = new Set(PHRASES.split('|'));
