/** Words, in lower case, that make a run of capitals the name of a body, an event, a work or a thing rather than of a person. */
export const ORGANISATION_WORDS: ReadonlySet<string> = new Set(
  (
    'inc inc. corp corp. corporation ltd ltd. llc llc. llp plc gmbh ag sa co co. company companies group holdings holding partners ' +
    'ventures capital bank banks fund funds trust foundation institute institution university college school academy hospital clinic ' +
    'center centre museum gallery library church cathedral mosque temple society association alliance union federation ' +
    'confederation league club committee commission council board bureau agency authority administration department ministry ' +
    'office service services system systems network networks media news press times post journal tribune herald gazette ' +
    'telegraph guardian observer magazine review radio television tv broadcasting studios pictures entertainment records music ' +
    'games sports team party movement campaign project program programme initiative plan act bill treaty agreement accord ' +
    'protocol convention conference summit forum congress parliament senate house court tribunal police army navy force forces ' +
    'corps command guard marines nations states republic kingdom commonwealth county city town district province region island ' +
    'islands river lake mountain mount park street st. avenue road boulevard square bridge airport station hotel hall tower ' +
    'building stadium arena festival awards award prize cup championship championships olympics games day week month year ' +
    'technologies technology software solutions labs laboratory laboratories industries industry enterprises enterprise international ' +
    'global worldwide associates consulting management marketing insurance financial finance energy oil gas electric power motors ' +
    'airlines airways aerospace pharma pharmaceuticals biologics biotech health healthcare medical medicine sciences science research ' +
    'development education learning training security defense defence affairs relations cooperation coordination planning trade commerce ' +
    'treasury justice interior environment agriculture transport transportation labor labour welfare housing ' +
    'division unit branch segment orchestra choir band ensemble theatre theater opera ballet cinema show report survey study index strategy concept ' +
    'exchange market markets stock securities investments investment realty estate properties property homes home care ' +
    'network platform app online digital web internet website.com .com chamber coalition federation friends daughters sons ' +
    'administration embassy consulate mission delegation secretariat assembly organization organisation organizations ' +
    'war revolution crisis pact charter constitution amendment law rights freedom democracy peace street wall white black house ' +
    'pentagon kremlin vatican nato un eu uk us usa u.s. u.k. u.n. e.u. fbi cia nsa irs epa fda cnn bbc nbc abc cbs msnbc npr ap afp ' +
    'google facebook twitter microsoft apple amazon youtube instagram reuters bloomberg politico breitbart ' +
    'democrats republicans democratic republican gop'
  ).split(' '),
);

/** Endings that show a company's or a site's name. */
export const SITE_NAME = /\.(com|org|net|gov|edu|io|ai|eu|co|uk|de|tv|us|info|biz)$/i;
