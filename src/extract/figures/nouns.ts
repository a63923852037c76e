const list = (words: string) => new Set(words.split(' '));

/** Plurals without an s. */
export const IRREGULAR = list(
  'people men women children personnel police staff aircraft servicemen servicewomen servicemembers troops cattle ' +
    'crew businessmen businesswomen businesspeople fishermen policemen firefighters hectares dead tons youth clergy military forces fish sheep spacecraft',
);

/** Nouns for people: their figures count "people". */
export const PEOPLE = list(
  'people persons men women children refugees migrants civilians soldiers troops personnel servicemen servicewomen ' +
    'servicemembers police policemen officers firefighters workers employees staff students pupils teachers doctors ' +
    'nurses patients victims hostages prisoners detainees protesters demonstrators voters citizens residents ' +
    'inhabitants families-members pilgrims seekers asylum-seekers survivors deaths casualties dead fatalities boys ' +
    'girls youths adults veterans sailors marines airmen reservists recruits fighters militants insurgents ' +
    'terrorists guests participants delegates visitors tourists passengers crew members-of-staff individuals ' +
    'households-members peacekeepers observers monitors experts scientists engineers journalists farmers users ' +
    'customers attendees applicants graduates nationals lives souls evacuees deportees arrivals interpreters ' +
    'specialists crew businessmen businesswomen businesspeople others hopefuls contractors commuters volunteers activists diplomats entrepreneurs ambassadors lawmakers legislators senators supporters taxpayers consumers trainees',
);

/** Nouns for states. */
export const COUNTRIES = list('countries nations');

/** What is counted even when it is few and the number a bare word: "three countries", "two boats". */
export const COUNTED = list(
  'people soldiers troops civilians children women countries nations members allies boats ships vessels submarines ' +
    'aircraft jets planes helicopters tanks vehicles missiles rockets drones systems batteries launchers howitzers ' +
    'hospitals schools homes houses jobs deaths casualties victims refugees migrants hostages prisoners officers ' +
    'tonnes tons kilometres kilometers km miles metres meters hectares acres gigawatts megawatts barrels ' +
    'battlegroups battalions brigades bases seats votes frigates destroyers corvettes satellites doses vaccines ' +
    'warships orders clinics bridges plants reactors warheads cases percent households villages states houses beds ports airports grants',
);

/** Time is no figure here, however long. */
export const DURATIONS = list(
  'second seconds minute minutes hour hours day days night nights week weeks weekend weekends fortnight month months ' +
    'quarter quarters year years decade decades century centuries generations times anniversaries mornings o',
);

/** Few of these are a manner of speaking ("three reasons", "two leaders"), many of them a fact. */
export const MANNER = list(
  'reasons ways things points issues topics questions areas pillars priorities steps sides parties leaders ' +
    'presidents ministers secretaries heads words events occasions rounds goals principles options examples phases ' +
    'parts aspects chapters pages lines kinds types sets thirds halves counterparts governments delegations chiefs ' +
    'officials rivals candidates meetings talks conversations documents agreements memoranda mous cities places ' +
    'speeches sessions panels artists bands singers categories levels features friends brothers sisters sons ' +
    'daughters powers states strands tracks main key other major new of elements challenges objectives ' +
    'characters letters digits hopes announcements initiatives themes cultures languages fronts ends legs hands eyes men',
);

/** Words that end a noun phrase. */
export const STOPS = list(
  'a an the and or but nor of in on at to from by for with without within into onto over under between among across ' +
    'through throughout during before after since until till against about around as than that which who whom whose ' +
    'what when where while whether if because although though so is are was were be been being am has have had do ' +
    'does did will would shall should can could may might must not no this these those it its he she they them we us ' +
    'i you his her their our my your per via including worth now today yesterday tomorrow also already still yet ' +
    'both each every all some any more less most least only just even once came come comes made make makes said says ' +
    'agreed joined met signed arrived arriving took take takes went left remain remains amid toward towards near ' +
    'outside inside behind above below up down off out killed injured wounded displaced forced took being carrying',
);

/** Irregular and learned forms to the plural a unit is shown by. */
export function pluralOf(noun: string): string {
  if (noun === 'km' || noun === 'kms') return 'kilometres';
  if (noun === 'kilometers') return 'kilometres';
  if (noun === 'meters') return 'metres';
  if (noun.endsWith('s') || IRREGULAR.has(noun)) return noun;
  if (/(?:s|x|ch|sh)$/.test(noun)) return `${noun}es`;
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}
