/** Common given names of many countries by usual gender; those given to both stand in neither list but in `EITHER`. */
const FEMALE =
  'amelize kiara johnetta keira mairi niamh ursula roza xochitl yara zuleika aaliyah abigail ada adaeze adela adele adriana agatha agnes agnieszka aicha aino aisha aissatou ' +
  'akiko alba alejandra aleksandra alena alexandra alexandria alice alicia alina alison allison ' +
  'alma alya alycia alyssa amaka amal amalia amanda amani amber amelia amelie amina aminata amira ' +
  'amna amy ana anastasia andreea angela angelica angelina angelique anita anja anjali anke ann ' +
  'anna annabel annalena anne annelie anneliese annette annie annika antoinette antonia anya april ' +
  'ariana ariel arlene asma astrid audrey aurelia aurora ava aya ayesha azra barbara ' +
  'barbora beata beatrice beatrix becky belinda bella benazir bernadette bernice bertha bess beth ' +
  'bethany betsy bettina betty beverly bianca bintou birgit birgitta bonnie bozena brenda bridget ' +
  'brigitte britney brittany bushra camila camilla candace candice cara carla carly carmen carol ' +
  'carole carolina caroline carolyn carrie cassandra catalina catherine cathleen cathy ' +
  'cecilia celeste celia celine chandra charlene charlotte chelsea cherie cheryl chiara chinwe ' +
  'chloe christa christiana christina christine chrystia cindy claire clara clare claudia colette ' +
  'colleen condoleezza connie constance consuelo cora corazon corinne cornelia courtney cristina ' +
  'crystal cynthia dagmar daisy dalia daniela danielle danuta daphne dawn deanna debbie deborah ' +
  'debra deepa deirdre delia delphine denise diana diane dina divya dolores donatella ' +
  'donna dora dorota dorothea dorothy ebony edith edna eeva eileen elaine elba elena eleni elin ' +
  'elina elisa elise eliza elizabeth ella ellen elsa elsie elvira emily emma erica erika erin ' +
  'esmeralda esperanza estelle esther ethel eugenia eva evelyn ewa faith farah fariha fatima ' +
  'fatoumata faye federica felicia feodora fern fiona flora florence folake frances francesca ' +
  'frederica freya funmilayo gabriela gabriella gabrielle gail galina gemma genevieve georgia ' +
  'georgina geraldine gertrude gillian gina ginger giorgia gisela giselle giulia gladys glenda ' +
  'gloria graca grace grazyna greta gretchen gro guadalupe gudrun gunilla gwen gwendolyn hadiza ' +
  'haley halima halina hana hanna hannah harriet haruka hazel heather heidi heike helen helena ' +
  'helene helga hilary hilda hillary hina holly honor hope ida ilana ilona ilse imani imelda ' +
  'imogen indira ines inga ingeborg ingela ingrid irene irina iris irma isabel isabella isabelle ' +
  'isobel ivana ivanka ivy iwona jacinda jacinta jackie jaclyn jacqueline jadwiga jane janet ' +
  'janette janice janine jasmin jasmine jayne jeanette jeanne jen jenna jennie jennifer jenny ' +
  'jessica jill jillian joann joanna joanne jocelyn jolanta joni josefina josephine joy joyce ' +
  'juanita judith judy julia juliana julianne julie juliet juliette june justine kadiatou kaisa ' +
  'kaja kamala karen karin karina karla karolina katalin katarzyna kate katharina katharine ' +
  'katherine kathleen kathryn kathy katie katja katrin katrina kavita kay kayla keiko keisha ' +
  'kellie kelsey kerstin khadija khalida kimberly kirsi kirsten kirstjen kirsty kristalina kristen ' +
  'kristi kristin kristina kristine krystal krystyna kyla lakshmi lana latoya laura laurel lauren ' +
  'lea leah leila lena leonie leonora leticia liana lila lilian liliana lillian lily linda ' +
  'lindiwe lisa lise liv livia liz liza lizzie loretta lori lorna lorraine louisa louise ' +
  'lourdes lucia luciana lucie lucille lucinda lucy luisa lydia lyn lynda lynette mabel ' +
  'mackenzie maddie madeleine madeline magda magdalena maggie mairead maj maja malala malgorzata ' +
  'malia maliha malin malkia mandy manju manuela mara marcela marcia margaret margarita margot ' +
  'margrethe maria mariam mariama mariana marianne maribel marie mariela marietta mariko marilyn ' +
  'marina marisa marissa marit marja marjorie marlene marsha marta martha martina mary maryam ' +
  'marzena mateja matilda maureen maxine maya mayra meena megan mehreen mei melania melanie ' +
  'melinda melissa mercedes meredith mette mia michaela michele michelle michiko mila mildred ' +
  'milena millicent mimi mina minna mira miranda miriam mirjana moira molly mona monica monika ' +
  'monique muriel myra myriam myrtle nadia nadine najat nancy naoko naomi natalia natalie natasha ' +
  'nathalie neera neha nell nellie nevena ngozi nicole nina nirmala nisha nkechi nkosazana ' +
  'nomvula noor nora noriko norma odette oksana olena olga olive olivia olympia oprah ornella ' +
  'oumou paige paivi pamela patricia patsy patti paula paulette paulina pauline pearl peggy ' +
  'penelope penny pernille petra philippa phoebe phyllis pia pilar polly pooja portia pratibha ' +
  'priscilla priti priya queenie rabia rachel radha radka ragnhild raisa ramona rani raquel ' +
  'rashida rebecca regina rekha rena renata rhonda riikka rita roberta rochelle rokhaya romina ' +
  'ronda rosa rosalie rosalind rosalyn rosamund rosanna rose rosemarie rosemary rosie roxana ' +
  'roxanne ruth ruxandra saadia sabina sabine sabrina sadie saida sakura sally salma samantha ' +
  'samia samina sana sandra sangeeta sanna sara sarah sari saskia satu savannah selena ' +
  'selina shabana shanice sharon shazia sheila shelley sherri sherry sheryl shirley shreya ' +
  'sian sigrid silvia simona sinead siobhan sirpa sita siv smita smriti snezana sofia ' +
  'solange solveig sonali sonia sonja sonya sophia sophie sorina stacey stacy stella stephanie sue ' +
  'sunita susan susana susanna susannah susanne sushma suzanne suzy svenja svetlana sviatlana ' +
  'sylvia sylvie tabitha tahira tamara tamika tammy tania tanya tara tarja tatiana tatyana teresa ' +
  'tereza terri tess tessa thandi thelma theodora theresa therese thuli thuy tiffany tilda tina ' +
  'titilayo toni tracey tricia trina trisha trudy tuija tytti tzipi ulla ulrike ursula ' +
  'urszula usha valentina valeria valerie valeska vanessa vera verena verna veronica veronika ' +
  'vesna vicki vickie vicky victoria vidya vigdis viola violet violeta virginia viviana viviane ' +
  'vivienne wanda wangari wanjiru wendy whitney wilhelmina wilma winifred winona xiomara yael ' +
  'yasmin yasmine yetunde yoko yolanda yuki yulia yuliya yvette yvonne zahra zainab zandra zara ' +
  'zdenka zehra zeinab zelda zoe zofia zsuzsanna zubaida zuzana';
const MALE =
  'dante johnnie jonny keron ronnie vann deshawn tyrell jamal lonnie donnie aaron abbas abdel abdel-fattah abdelaziz abdou abdoulaye abdul abdulaziz abdullah abdulrahman ' +
  'abel abiy abraham abram adalbert adam adel aditya adnan adolf adrian ahmad ahmed ahsan aidan ' +
  'ajay akbar akinwumi akio akira alain alan alassane alastair albert alberto aldo alec alejandro ' +
  'aleksander aleksandr alessandro alexander alexandre alexei alfonso alfred alfredo ' +
  'ali alistair allan allen alok alonso alphonse alvaro alvin amadou amar ambrose amir amit ' +
  'amos anand anatoly anders andre andreas andrei andrej andres andrew andriy andrzej andy angelo ' +
  'angus anil antal anthony anton antonio antony antti anwar archibald archie ari arif armando ' +
  'armin arnaud arne arnold arthur arturo arun arvind ashok ashraf asif atul august augustus ' +
  'aurelio austin avery axel aziz babak barack barry bart bartholomew bashar bashir basil bastian ' +
  'ben benedict benigno benito benjamin bernard bernardo bernd bernhard bernie bert bertrand bilal ' +
  'bill billy bjorn blaise blake bob bobby bogdan bola boris boyko brad bradley brandon brendan ' +
  'brent brett brian brooks bruce bruno bryan burt byron caleb calvin cameron carl carlo carlos ' +
  'carsten casper cecil cedric cesar chad charles charlie chester christian christoph ' +
  'christophe christopher chuck chukwuma claude claudio claus clayton clement cliff clifford clint ' +
  'clive clyde colin connor conor conrad cornelius cory craig cristian cristobal curtis cyril ' +
  'cyrus dag damian damien dan daniel daniele danilo danny dario darius darrell darren daryl dave ' +
  'david davide davis dean denis dennis denzel derek derrick desmond devin dick didier diego ' +
  'dieter dietmar dimitri dimitrios dimitris dinesh dirk dmitri dmitry dmytro dominic don donald ' +
  'doug douglas drew duane duncan dustin dwayne dwight earl ed eddie edgar edmund edouard eduard ' +
  'eduardo edward edwin ehud eirik elai elias elijah elliot elliott ellis elmar elon eloy elvis ' +
  'emanuel emeka emil emile emilio emmanuel emmerson enda enrique enzo eric erich erik ernest ' +
  'ernesto ernst erwin espen esteban ethan etienne eugene evan evert evo ewan fabian fabio fahad ' +
  'faisal farid farooq farouk faure felipe felix femi ferdinand fernando festus fidel filip filipe ' +
  'finn florian floyd francesco francis francisco franck francois frank franklin franz fred ' +
  'freddie frederic frederick friedrich fritz fumio gabriel gareth garrett garry gary gaston gavin ' +
  'gbenga gene geoff geoffrey georg george georges georgi gerald gerard gerd gerhard gerry ghassan ' +
  'gianni gil gilbert gilles giorgio giovanni giuseppe glen glenn gnassingbe godfrey gonzalo goran ' +
  'gordon graeme graham grant greg gregg gregory grigory guenter guido guillaume guillermo gunnar ' +
  'gunter gunther gus gustav gustavo guy habib hadi hage haider hakainde hakan hakim halvard ' +
  'hamdullah hamid hamza hank hans harald hari haris harish harold haroon harris harrison harry ' +
  'harsh harvey hasan hashim hassan heath hector heiko heiner heinrich heinz helmut henri henrik ' +
  'henrique henry herbert herman hermann heydar hicham hideo hiroshi hisham horacio horst hossein ' +
  'howard hubert hugh hugo humberto humphrey hussain hussein iain ian ibrahim ifeanyi ignacio igor ' +
  'ikechukwu ilham ilya imad imran ira irfan irving isaac isaias ishaq ismail israel issam ivan ' +
  'ivo jack jackson jacob jacques jaime jair jakaya jake jakob jalal jamal james jan janez ' +
  'janis jared jarrod jason jasper javed javier jawad jay jeff jeffrey jens jeremy jermaine jerome ' +
  'jerry jesper jesus jim jimit jimmy jiri joachim joao joaquin jody joe joel johan johann ' +
  'johannes john johnny jomo jon jonas jonathan jonny joost jordi jorg jorge jose josef josep ' +
  'joseph josh joshua jozef juan judd jules julian julien julio julius jun jurgen juri justin ' +
  'jyrki kai kamal karim karl karl-heinz kaspar kayode kazuo keifer keir keith ken kenji kenneth ' +
  'kent kevin kgalema khaled khalid khalil kieran kirill kirk klajdi klaus kofi konrad konstantin ' +
  'konstantinos kostas kris krishna kristian kristof kristofer kunal kurt kwame kyle kyriakos ' +
  'lachlan lajos lamar lance larry lars lars-erik laszlo laurent lawrence leif len ' +
  'lennart leo leon leonard leonardo leonid leopold leroy les lester lev levi lewis liam lionel ' +
  'lloyd loic lorenzo lothar lou louis luc luca lucas lucian luciano ludwig luis luiz lukas luke ' +
  'luther lyle lyndon maciej macky magnus mahamadou mahamat mahdi mahmood mahmoud mahmud maksim ' +
  'malcolm malik manfred manmohan manny manoj manuel marc marcel marcelo marco marcos marcus ' +
  'mariano marijn mario marius mark markus marshall martin marty marvin massimo mateo mateusz mats ' +
  'matt matteo matthew matthias matthieu mattias maurice mauricio maurizio max maxim maxime ' +
  'maximilian mehdi mehmet melvin mervyn micah michael michal michel miguel mihai mikael mike ' +
  'mikhail mikko milan miles milo milos milton miroslav mitch mitchell mitt moammar modibo mohamad ' +
  'mohamed mohammad mohammed mohsen moises mokgweetsi monty morris moses moshe moussa ' +
  'muhammad muhammadu mukesh munir murad murray mustafa mwai mykhailo mykola nabil naftali najib ' +
  'narendra nasser nat nate nathan nathaniel nawaz ned neil nelson nemanja nestor neville nicholas ' +
  'nick nicolae nicolas nicos nigel nikita nikola nikolai nikolaj nikos nils noah noel nolan ' +
  'norbert norman nuno obinna octavio okey olaf olav ole oleg oleh oleksandr oleksii oliver ' +
  'olivier olivio olusegun omar omer orlando orrin oscar oskar osman otto ousmane owen ozzie pablo ' +
  'panos paolo pascal pasquale patrice patricio patrick paul paulo pavel pawel pedro per percy ' +
  'perry peter petr petro petteri phil philip philipp philippe phillip pierre piers pieter pietro ' +
  'piotr prakash pranab preston quentin rachid radek radoslaw radosław raed rafael rafik raheem ' +
  'rahul raila raj rajesh rajiv rajnath ralf ralph ramesh ramon ramzan randal randall randolph ' +
  'randy raphael rashid rauf ravi ray raymond recep reid reinhard reinhold reza rhys ricardo ' +
  'riccardo rich richard rick ricky rishi rob robert roberto rodney rodolfo rodrigo roger rohit ' +
  'roland rolf roman romano ron ronald ronnie rory ross roy ruben rudolf rudolph rudy rufus rupert ' +
  'russ russell rustam ruto ryan saad saeed salam saleh salim salman salvador salvatore samir ' +
  'samuel sandeep sandro sani sanjay santiago satoshi saul scott sean sebastian sekou serge sergei ' +
  'sergey sergi sergio serhiy seth seyed shane shaun shavkat shawn shehbaz shigeru shimon shinzo ' +
  'sid sidney siegfried sigmar silvio simon slobodan sohail soren souleymane spencer srikant stan ' +
  'stanislav stanislaw stanley stavros stef stefan stefano steffen stelios sten stephan stephane ' +
  'stephen steve steven stewart stig stuart sunil suresh sven syed sylvain tahir taku tamim tarek ' +
  'tariq taro ted tejas tendai teodoro terence terrence terry thabo thad thaddeus theo theodor ' +
  'theodore thierry thom thomas thorsten tim timo timothy tito tobias toby todd tom tomas tomasz ' +
  'tommy tony toomas tor torsten travis trent trevor troy truman tucker tunde tyler tyrone udo ' +
  'uhuru ulf ulrich umar umaru uwe vaclav valdis valentin valery vann vasily victor vijay vikram ' +
  'viktor viktors vince vincent vinod virgil vishal vitali vitaly vito vivek vlad vladimir ' +
  'volodymyr wade waleed walid walter warren wayne werner wes wesley wilbur wilfred wilhelm will ' +
  'willem william willie willy wim winston wolfgang wonkyu woodrow wyatt xavier yahya yair yannick ' +
  'yannis yaroslav yasir yasser yitzhak yoshihide youssef yousuf yoweri yuri yusuf yves zac zach ' +
  'zachary zaid zane zbigniew zdenek zoran zuhair';
const EITHER =
  'alex alexis amara andrea ash ashley aubrey bailey blair bobbie brook brooke camille carey casey ' +
  'chris dana darcy devon dominique emerson finley frankie hadley harley hayden hyun jamie jean ' +
  'jess jessie joan jodie jordan kelly kerry kim kiran kyrie laurence lee leigh lesley leslie lin ' +
  'lindsay logan lynn marion mel min ming morgan nicky nico nicola pat peyton quinn reese remy ' +
  'riley robbie robin rowan sacha sam sandy sasha shannon shay simone skyler stevie sunny sydney ' +
  'tanner taylor tracy val vivian wei xi yang yi yong young';

const listed = (names: string): Set<string> => new Set(names.split(' '));

export const FEMALE_NAMES: ReadonlySet<string> = listed(FEMALE);
export const MALE_NAMES: ReadonlySet<string> = listed(MALE);
const EITHER_NAMES: ReadonlySet<string> = listed(EITHER);

/** Is this (lower-case) word a common given name? */
export function isGivenName(word: string): boolean {
  const hyphen = word.indexOf('-');
  if (hyphen > 0) return isGivenName(word.slice(0, hyphen));
  return FEMALE_NAMES.has(word) || MALE_NAMES.has(word) || EITHER_NAMES.has(word);
}

/** The usual gender of a (lower-case) given name, or null where both are common or it is not known. */
export function genderOfGivenName(word: string): 'f' | 'm' | null {
  const first = FEMALE_NAMES.has(word);
  const second = MALE_NAMES.has(word);
  if (first === second || EITHER_NAMES.has(word)) return null;
  return first ? 'f' : 'm';
}
