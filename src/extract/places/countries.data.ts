/**
 * Countries and territories: ISO 3166-1 alpha-2 code | names | words for their people and things | capitals.
 * Codes and short names follow ISO 3166-1; the other forms are those in use in English releases and news.
 * Names are separated by semicolons, the usual one first.
 */
export const COUNTRIES = `AD|Andorra|Andorran|Andorra la Vella
AE|United Arab Emirates;UAE;the Emirates|Emirati|Abu Dhabi
AF|Afghanistan|Afghan|Kabul
AG|Antigua and Barbuda|Antiguan|Saint John's
AL|Albania|Albanian|Tirana
AM|Armenia|Armenian|Yerevan
AO|Angola|Angolan|Luanda
AR|Argentina|Argentine;Argentinian;Argentinean|Buenos Aires
AT|Austria|Austrian|Vienna
AU|Australia|Australian;Aussie|Canberra
AZ|Azerbaijan|Azerbaijani;Azeri|Baku
BA|Bosnia and Herzegovina;Bosnia;Bosnia-Herzegovina|Bosnian|Sarajevo
BB|Barbados|Barbadian|Bridgetown
BD|Bangladesh|Bangladeshi|Dhaka
BE|Belgium|Belgian|Brussels
BF|Burkina Faso|Burkinabe|Ouagadougou
BG|Bulgaria|Bulgarian|Sofia
BH|Bahrain|Bahraini|Manama
BI|Burundi|Burundian|Gitega;Bujumbura
BJ|Benin|Beninese|Porto-Novo;Cotonou
BN|Brunei;Brunei Darussalam|Bruneian|Bandar Seri Begawan
BO|Bolivia|Bolivian|La Paz;Sucre
BR|Brazil|Brazilian|Brasilia;Brasília
BS|Bahamas;The Bahamas|Bahamian|Nassau
BT|Bhutan|Bhutanese|Thimphu
BW|Botswana|Botswanan;Motswana|Gaborone
BY|Belarus|Belarusian;Belarussian|Minsk
BZ|Belize|Belizean|Belmopan
CA|Canada|Canadian|Ottawa
CD|Democratic Republic of the Congo;DR Congo;DRC;Democratic Republic of Congo|Congolese|Kinshasa
CF|Central African Republic|Central African|Bangui
CG|Republic of the Congo;Congo-Brazzaville;Republic of Congo||Brazzaville
CH|Switzerland|Swiss|Bern;Berne
CI|Ivory Coast;Cote d'Ivoire;Côte d'Ivoire|Ivorian;Ivoirian|Yamoussoukro;Abidjan
CK|Cook Islands|Cook Islander|Avarua
CL|Chile|Chilean|Santiago;Santiago de Chile
CM|Cameroon|Cameroonian|Yaounde;Yaoundé
CN|China;People's Republic of China;PRC|Chinese|Beijing
CO|Colombia|Colombian|Bogota;Bogotá
CR|Costa Rica|Costa Rican|San José
CU|Cuba|Cuban|Havana
CV|Cape Verde;Cabo Verde|Cape Verdean;Cabo Verdean|Praia
CY|Cyprus|Cypriot|Nicosia
CZ|Czech Republic;Czechia|Czech|Prague
DE|Germany;Federal Republic of Germany|German|Berlin
DJ|Djibouti|Djiboutian|Djibouti City
DK|Denmark;Kingdom of Denmark|Danish;Dane|Copenhagen
DM|Dominica||Roseau
DO|Dominican Republic|Dominican|Santo Domingo
DZ|Algeria|Algerian|Algiers
EC|Ecuador|Ecuadorian;Ecuadorean|Quito
EE|Estonia|Estonian|Tallinn
EG|Egypt;Arab Republic of Egypt|Egyptian|Cairo
ER|Eritrea|Eritrean|Asmara
ES|Spain|Spanish;Spaniard|Madrid
ET|Ethiopia|Ethiopian|Addis Ababa
FI|Finland|Finnish;Finn|Helsinki
FJ|Fiji|Fijian|Suva
FM|Federated States of Micronesia;Micronesia|Micronesian|Palikir
FR|France|French;Frenchman|Paris
GA|Gabon|Gabonese|Libreville
GB|United Kingdom;UK;U.K.;Great Britain;Britain;England;Scotland;Wales;Northern Ireland|British;Briton;English;Scottish;Welsh|London
GD|Grenada|Grenadian|St. George's
GE|Georgia|Georgian|Tbilisi
GH|Ghana|Ghanaian|Accra
GL|Greenland|Greenlandic;Greenlander|Nuuk
GM|Gambia;The Gambia|Gambian|Banjul
GN|Guinea|Guinean|Conakry
GQ|Equatorial Guinea|Equatorial Guinean|Malabo
GR|Greece;Hellenic Republic;Crete|Greek;Hellenic|Athens
GT|Guatemala|Guatemalan|Guatemala City
GW|Guinea-Bissau|Bissau-Guinean|Bissau
GY|Guyana|Guyanese|Georgetown
HK|Hong Kong|Hong Konger|Hong Kong
HN|Honduras|Honduran|Tegucigalpa
HR|Croatia|Croatian;Croat|Zagreb
HT|Haiti|Haitian|Port-au-Prince
HU|Hungary|Hungarian|Budapest
ID|Indonesia|Indonesian|Jakarta
IE|Ireland;Republic of Ireland|Irish;Irishman|Dublin
IL|Israel|Israeli|Jerusalem;Tel Aviv
IN|India|Indian|New Delhi;Delhi
IQ|Iraq|Iraqi|Baghdad
IR|Iran;Islamic Republic of Iran|Iranian|Tehran;Teheran
IS|Iceland|Icelandic;Icelander|Reykjavik;Reykjavík
IT|Italy|Italian|Rome
JM|Jamaica|Jamaican|Kingston
JO|Jordan;Hashemite Kingdom of Jordan|Jordanian|Amman
JP|Japan|Japanese|Tokyo
KE|Kenya|Kenyan|Nairobi
KG|Kyrgyzstan;Kyrgyz Republic|Kyrgyz|Bishkek
KH|Cambodia|Cambodian|Phnom Penh
KI|Kiribati|I-Kiribati|Tarawa
KM|Comoros|Comorian|Moroni
KN|Saint Kitts and Nevis;St Kitts and Nevis||Basseterre
KP|North Korea;DPRK;Democratic People's Republic of Korea|North Korean|Pyongyang
KR|South Korea;Republic of Korea;ROK;Korea|South Korean;Korean|Seoul
KW|Kuwait|Kuwaiti|Kuwait City
KZ|Kazakhstan|Kazakh;Kazakhstani|Astana;Nur-Sultan
LA|Laos;Lao PDR|Laotian;Lao|Vientiane
LB|Lebanon|Lebanese|Beirut
LC|Saint Lucia;St Lucia;St. Lucia|Saint Lucian|Castries
LI|Liechtenstein|Liechtensteiner|Vaduz
LK|Sri Lanka|Sri Lankan|Colombo
LR|Liberia|Liberian|Monrovia
LS|Lesotho|Basotho|Maseru
LT|Lithuania|Lithuanian|Vilnius
LU|Luxembourg|Luxembourgish;Luxembourger|Luxembourg City
LV|Latvia|Latvian|Riga
LY|Libya|Libyan|Tripoli
MA|Morocco|Moroccan|Rabat
MC|Monaco|Monegasque|Monaco
MD|Moldova;Republic of Moldova|Moldovan|Chisinau;Chișinău
ME|Montenegro|Montenegrin|Podgorica
MG|Madagascar|Malagasy|Antananarivo
MH|Marshall Islands|Marshallese|Majuro
MK|North Macedonia;Macedonia|Macedonian;North Macedonian|Skopje
ML|Mali|Malian|Bamako
MM|Myanmar;Burma|Burmese|Naypyidaw;Nay Pyi Taw
MN|Mongolia|Mongolian|Ulaanbaatar;Ulan Bator
MR|Mauritania|Mauritanian|Nouakchott
MT|Malta|Maltese|Valletta
MU|Mauritius|Mauritian|Port Louis
MV|Maldives;The Maldives|Maldivian|Malé
MW|Malawi|Malawian|Lilongwe
MX|Mexico|Mexican|Mexico City
MY|Malaysia|Malaysian|Kuala Lumpur;Putrajaya
MZ|Mozambique|Mozambican|Maputo
NA|Namibia|Namibian|Windhoek
NE|Niger|Nigerien|Niamey
NG|Nigeria|Nigerian|Abuja
NI|Nicaragua|Nicaraguan|Managua
NL|Netherlands;Holland;The Netherlands|Dutch;Dutchman|Amsterdam
NO|Norway|Norwegian|Oslo
NP|Nepal|Nepali;Nepalese|Kathmandu
NR|Nauru|Nauruan|Yaren
NZ|New Zealand;Aotearoa|New Zealander;Kiwi|Wellington
OM|Oman|Omani|Muscat
PA|Panama|Panamanian|Panama City
PE|Peru|Peruvian|Lima
PG|Papua New Guinea;PNG|Papua New Guinean|Port Moresby
PH|Philippines;The Philippines|Philippine;Filipino;Filipina|Manila
PK|Pakistan|Pakistani|Islamabad
PL|Poland|Polish;Pole|Warsaw
PR|Puerto Rico|Puerto Rican|San Juan
PS|Palestine;West Bank;Gaza;Gaza Strip;Palestinian Authority;Palestinian Territories;State of Palestine|Palestinian|Ramallah;Gaza City
PT|Portugal|Portuguese|Lisbon
PW|Palau|Palauan|Ngerulmud
PY|Paraguay|Paraguayan|Asuncion;Asunción
QA|Qatar|Qatari|Doha
RO|Romania|Romanian|Bucharest
RS|Serbia|Serbian;Serb|Belgrade
RU|Russia;Russian Federation|Russian|Moscow
RW|Rwanda|Rwandan|Kigali
SA|Saudi Arabia;Kingdom of Saudi Arabia;KSA|Saudi;Saudi Arabian|Riyadh
SB|Solomon Islands|Solomon Islander|Honiara
SC|Seychelles|Seychellois|Victoria
SD|Sudan|Sudanese|Khartoum
SE|Sweden|Swedish;Swede|Stockholm
SG|Singapore|Singaporean|Singapore
SI|Slovenia|Slovenian;Slovene|Ljubljana
SK|Slovakia;Slovak Republic|Slovak;Slovakian|Bratislava
SL|Sierra Leone|Sierra Leonean|Freetown
SM|San Marino|Sammarinese|San Marino
SN|Senegal|Senegalese|Dakar
SO|Somalia|Somali|Mogadishu
SR|Suriname|Surinamese|Paramaribo
SS|South Sudan|South Sudanese|Juba
ST|Sao Tome and Principe;São Tomé and Príncipe||São Tomé
SV|El Salvador|Salvadoran;Salvadorean|San Salvador
SY|Syria;Syrian Arab Republic|Syrian|Damascus
SZ|Eswatini;Swaziland|Swazi|Mbabane
TD|Chad|Chadian|N'Djamena
TG|Togo|Togolese|Lome;Lomé
TH|Thailand|Thai|Bangkok
TJ|Tajikistan|Tajik;Tajikistani|Dushanbe
TL|Timor-Leste;East Timor;Timor Leste|Timorese;East Timorese|Dili
TM|Turkmenistan|Turkmen|Ashgabat
TN|Tunisia|Tunisian|Tunis
TO|Tonga|Tongan|Nuku'alofa
TR|Turkey;Türkiye;Turkiye;Republic of Türkiye|Turkish;Turk|Ankara
TT|Trinidad and Tobago|Trinidadian|Port of Spain
TV|Tuvalu|Tuvaluan|Funafuti
TW|Taiwan|Taiwanese|Taipei
TZ|Tanzania|Tanzanian|Dodoma;Dar es Salaam
UA|Ukraine|Ukrainian|Kyiv;Kiev
UG|Uganda|Ugandan|Kampala
US|United States;US;U.S.;USA;U.S.A.;United States of America;America|American;U.S.|Washington;Washington D.C.;Washington DC
UY|Uruguay|Uruguayan|Montevideo
UZ|Uzbekistan|Uzbek;Uzbekistani|Tashkent
VA|Holy See;Vatican;Vatican City;Vatican City State||
VC|Saint Vincent and the Grenadines;St Vincent and the Grenadines|Vincentian|Kingstown
VE|Venezuela|Venezuelan|Caracas
VN|Vietnam;Viet Nam|Vietnamese|Hanoi
VU|Vanuatu|Vanuatuan;Ni-Vanuatu|Port Vila
WS|Samoa|Samoan|Apia
XK|Kosovo|Kosovar;Kosovan|Pristina
YE|Yemen|Yemeni|Sana'a;Sanaa;Aden
ZA|South Africa|South African|Pretoria;Cape Town
ZM|Zambia|Zambian|Lusaka
ZW|Zimbabwe|Zimbabwean|Harare`;

/** Parts of federal states that are printed after a city: country code | names, with the usual abbreviations. */
export const REGIONS = `US|Alabama;Ala;AL;Alaska;AK;Arizona;Ariz;AZ;Arkansas;Ark;AR;California;Calif;CA;Colorado;Colo;CO;Connecticut;Conn;CT;Delaware;Del;DE;Florida;Fla;FL;Georgia;Ga;GA;Hawaii;HI;Idaho;ID;Illinois;Ill;IL;Indiana;Ind;IN;Iowa;IA;Kansas;Kan;KS;Kentucky;Ky;KY;Louisiana;La;LA;Maine;ME;Maryland;Md;MD;Massachusetts;Mass;MA;Michigan;Mich;MI;Minnesota;Minn;MN;Mississippi;Miss;MS;Missouri;Mo;MO;Montana;Mont;MT;Nebraska;Neb;NE;Nevada;Nev;NV;New Hampshire;N.H.;NH;New Jersey;N.J.;NJ;New Mexico;N.M.;NM;New York;N.Y.;NY;North Carolina;N.C.;NC;North Dakota;N.D.;ND;Ohio;OH;Oklahoma;Okla;OK;Oregon;Ore;OR;Pennsylvania;Pa;PA;Rhode Island;R.I.;RI;South Carolina;S.C.;SC;South Dakota;S.D.;SD;Tennessee;Tenn;TN;Texas;Tex;TX;Utah;UT;Vermont;Vt;VT;Virginia;Va;VA;Washington State;Wash;WA;West Virginia;W.Va.;WV;Wisconsin;Wis;WI;Wyoming;Wyo;WY;District of Columbia;D.C.;DC
CA|Alberta;British Columbia;Manitoba;New Brunswick;Newfoundland and Labrador;Nova Scotia;Ontario;Prince Edward Island;Quebec;Québec;Saskatchewan;Yukon;Nunavut;Northwest Territories
AU|New South Wales;NSW;Queensland;South Australia;Tasmania;Victoria;Western Australia;Northern Territory
DE|Bavaria;Saxony;Hesse;Lower Saxony;North Rhine-Westphalia;Brandenburg;Thuringia
IN|Maharashtra;Gujarat;Karnataka;Tamil Nadu;Kerala;Punjab;Rajasthan;Uttar Pradesh;West Bengal;Assam;Goa
GB|Scotland;Wales;Northern Ireland;England;Cornwall;Kent;Oxfordshire`;
