/**
 * Houses and halls that releases name without their city: name | as shown | city | country code.
 * General knowledge; seats of governments, parliaments and international bodies, and standing conferences.
 */
export const VENUES = `White House|White House|Washington|US
Oval Office|Oval Office|Washington|US
Pentagon|Pentagon|Washington|US
State Department|State Department|Washington|US
Department of State|Department of State|Washington|US
Capitol|Capitol|Washington|US
Capitol Hill|Capitol Hill|Washington|US
Blair House|Blair House|Washington|US
Heritage Foundation|Heritage Foundation|Washington|US
Brookings Institution|Brookings Institution|Washington|US
National Press Club|National Press Club|Washington|US
Arlington National Cemetery|Arlington National Cemetery|Arlington|US
Camp David|Camp David||US
Mar-a-Lago|Mar-a-Lago|Palm Beach|US
Fort Bragg|Fort Bragg||US
United Nations Headquarters|United Nations Headquarters|New York|US
UN Headquarters|UN Headquarters|New York|US
United Nations General Assembly|United Nations General Assembly|New York|US
UN General Assembly|UN General Assembly|New York|US
Downing Street|Downing Street|London|GB
10 Downing Street|10 Downing Street|London|GB
No. 10|10 Downing Street|London|GB
Number 10|10 Downing Street|London|GB
Buckingham Palace|Buckingham Palace|London|GB
Windsor Castle|Windsor Castle|Windsor|GB
Chatham House|Chatham House|London|GB
Lancaster House|Lancaster House|London|GB
Mansion House|Mansion House|London|GB
Chequers|Chequers||GB
Elysee Palace|Élysée Palace|Paris|FR
Elysee|Élysée Palace|Paris|FR
Quai d'Orsay|Quai d'Orsay|Paris|FR
European Parliament|European Parliament||
NATO Headquarters|NATO Headquarters|Brussels|BE
NATO HQ|NATO Headquarters|Brussels|BE
Berlaymont|Berlaymont|Brussels|BE
Europa Building|Europa Building|Brussels|BE
Egmont Palace|Egmont Palace|Brussels|BE
SHAPE|SHAPE|Mons|BE
Bundestag|Bundestag|Berlin|DE
Schloss Bellevue|Schloss Bellevue|Berlin|DE
Bellevue Palace|Bellevue Palace|Berlin|DE
Munich Security Conference|Munich Security Conference|Munich|DE
Ramstein Air Base|Ramstein Air Base|Ramstein|DE
Ramstein|Ramstein Air Base|Ramstein|DE
Schloss Elmau|Schloss Elmau||DE
Kremlin|Kremlin|Moscow|RU
Great Hall of the People|Great Hall of the People|Beijing|CN
Zhongnanhai|Zhongnanhai|Beijing|CN
Blue House|Blue House|Seoul|KR
Kantei|Kantei|Tokyo|JP
Akasaka Palace|Akasaka Palace|Tokyo|JP
Rashtrapati Bhavan|Rashtrapati Bhavan|New Delhi|IN
Hyderabad House|Hyderabad House|New Delhi|IN
Palais des Nations|Palais des Nations|Geneva|CH
World Economic Forum|World Economic Forum|Davos|CH
Quirinal Palace|Quirinal Palace|Rome|IT
Chigi Palace|Palazzo Chigi|Rome|IT
Palazzo Chigi|Palazzo Chigi|Rome|IT
Villa Madama|Villa Madama|Rome|IT
Apostolic Palace|Apostolic Palace||VA
Moncloa Palace|Moncloa Palace|Madrid|ES
Mariinskyi Palace|Mariinskyi Palace|Kyiv|UA
Verkhovna Rada|Verkhovna Rada|Kyiv|UA
Knesset|Knesset|Jerusalem|IL
Rideau Hall|Rideau Hall|Ottawa|CA
Parliament Hill|Parliament Hill|Ottawa|CA
Government House|Government House||
Shangri-La Dialogue|Shangri-La Dialogue|Singapore|SG
Raisina Dialogue|Raisina Dialogue|New Delhi|IN
Peace Palace|Peace Palace|The Hague|NL
Hofburg|Hofburg|Vienna|AT
Binnenhof|Binnenhof|The Hague|NL
Sejm|Sejm|Warsaw|PL
Prague Castle|Prague Castle|Prague|CZ
Cotroceni Palace|Cotroceni Palace|Bucharest|RO
Aso Rock|Aso Rock|Abuja|NG
African Union headquarters|African Union headquarters|Addis Ababa|ET
Leinster House|Leinster House|Dublin|IE
Farmleigh House|Farmleigh House|Dublin|IE
Hillsborough Castle|Hillsborough Castle|Hillsborough|GB
Stormont|Stormont|Belfast|GB`;
