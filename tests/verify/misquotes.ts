import type { Verdict } from '../../src/model/verdict.ts';

/** A text somebody might put into an official's mouth, and what has to be said of it. */
export interface Misquote {
  text: string;
  speaker?: string;
  verdict: Verdict;
  because: string;
}

/** Made by hand from the words in the documents of `corpus/`. */
export const misquotes: readonly Misquote[] = [
  // Their words as they are, whatever the printing
  {
    text: 'Ukraine must prevail and it can, but it needs our continued help.',
    verdict: 'verbatim',
    because: 'the whole sentence',
  },
  { text: 'Ukraine must prevail', verdict: 'verbatim', because: 'a headline of three words' },
  {
    text: 'dependencies make us vulnerable',
    verdict: 'verbatim',
    because: 'a short sentence without its full stop',
  },
  { text: 'UKRAINE MUST PREVAIL AND IT CAN', verdict: 'verbatim', because: 'capitals' },
  {
    text: 'ukraine must prevail and it can but it needs our continued help',
    verdict: 'verbatim',
    because: 'no marks',
  },
  { text: '„Ukraine must prevail and it can“', verdict: 'verbatim', because: 'German quotation marks' },
  { text: '«Ukraine must prevail and it can»', verdict: 'verbatim', because: 'French quotation marks' },
  { text: '  Ukraine\tmust\n\nprevail   and it can ', verdict: 'verbatim', because: 'spacing' },
  {
    text: 'Ukraine must prevail – and it can; but it needs our continued help!',
    verdict: 'verbatim',
    because: 'other marks',
  },
  {
    text: "If we cannot stop Russia's cycle of aggression in Europe, others will learn the lesson that using force against America's interests works",
    verdict: 'verbatim',
    because: 'straight apostrophes',
  },
  {
    text: "if we can't stop Russia’s cycle of aggression in Europe",
    verdict: 'verbatim',
    because: 'cut in the middle, but the condition is kept',
  },
  {
    text: 'We must never take peace for granted.',
    speaker: 'Stoltenberg',
    verdict: 'verbatim',
    because: 'a whole sentence',
  },
  {
    text: 'However, we currently don’t foresee any direct military threat to the Alliance',
    verdict: 'verbatim',
    because: 'a contraction is the same words',
  },
  {
    text: 'adding an additional 450bn dollars',
    verdict: 'verbatim',
    because: 'the same number, written shorter',
  },
  {
    text: 'adding an additional $450 billion',
    verdict: 'verbatim',
    because: 'the same sum, written with a sign',
  },
  {
    text: 'This constitutes two per cent of their total GDP for the first time.',
    verdict: 'verbatim',
    because: 'the same number in words',
  },
  {
    text: 'meeting our guideline of spending 2% of GDP on defence',
    verdict: 'verbatim',
    because: 'a sign for a word, and a spelling',
  },
  {
    text: 'for a tiny fraction of annual defense spending, the United States has helped Ukraine destroy a major part of Russia’s combat capacity',
    verdict: 'verbatim',
    because: 'American spelling of British words; cut behind a clause',
  },
  {
    text: 'The United States is playing an indispensable role in our response to Russia’s invasion of Ukraine',
    verdict: 'verbatim',
    because: 'a misspelling of the source put right',
  },
  {
    text: 'Through NATO, the US has more friends and allies than any other power',
    verdict: 'verbatim',
    because: 'US is U.S., and a missing space',
  },
  {
    text: 'the strongest defensive alliance in history',
    speaker: 'Antony Blinken',
    verdict: 'verbatim',
    because: 'the end of a sentence',
  },
  {
    text: 'Finland and Sweden are seeking to join NATO',
    verdict: 'verbatim',
    because: 'what is negated behind it is the reason',
  },
  {
    text: 'spending two percent of GDP is a floor',
    speaker: 'Lloyd Austin',
    verdict: 'verbatim',
    because: 'what is negated behind it is something else',
  },
  {
    text: '[NATO] is a good deal for the United States',
    verdict: 'verbatim',
    because: 'a bracketed word that was said',
  },
  {
    text: 'it needs [the Allies’] continued help',
    verdict: 'spliced',
    because: 'a bracket that replaces a word joins what is around it',
  },
  {
    text: '[Ukraine] needs our continued help',
    verdict: 'verbatim',
    because: 'a bracket before the words adds nothing to them',
  },
  {
    text: '[H]e galvanized the world by his actions',
    verdict: 'verbatim',
    because: 'a letter changed in brackets',
  },
  { text: '… Ukraine must prevail and it can …', verdict: 'verbatim', because: 'elision at the edges' },
  {
    text: 'NATO is a good deal for all Allies … NATO is a good deal for the United States',
    verdict: 'verbatim',
    because: 'nothing is left out at the elision',
  },
  {
    text: '“President Putin wanted less NATO,” he said. “He is getting more NATO, more troops, and more NATO members.”',
    verdict: 'verbatim',
    because: '"he said" is no word of the quote',
  },
  {
    text: 'There the Alliance will adopt a new strategic concept, the first one since 2010',
    speaker: 'Blinken',
    verdict: 'verbatim',
    because: 'the second piece of an utterance',
  },
  {
    text: 'which will take place in Madrid, as you know, in just a few weeks’ time. There the Alliance will adopt a new strategic concept',
    verdict: 'verbatim',
    because: 'across "said Blinken", which breaks no utterance',
  },
  {
    text: 'The people of Ukraine continue to fight with extraordinary courage and skill and with military, humanitarian, and financial support from the United States and countries around the world, including virtually all of the members of NATO. Just this morning President Biden announced a significant new security assistance package to arm Ukraine with additional capabilities in advanced weaponry, precisely what they need to defend themselves against the ongoing Russian aggression. That includes more advanced rocket systems so that they can strike key targets on the battlefield in Ukraine from longer distances.',
    speaker: 'Secretary Blinken',
    verdict: 'verbatim',
    because: 'a paragraph',
  },
  {
    text: 'not to start wars, but to prevent them',
    speaker: 'SecGen',
    verdict: 'verbatim',
    because: 'asked for by office',
  },
  {
    text: 'Ukraine must prevail',
    speaker: 'Mr Stoltenberg',
    verdict: 'verbatim',
    because: 'asked for with a courtesy',
  },

  {
    text: 'Stoltenberg: Ukraine must prevail and it can',
    verdict: 'verbatim',
    because: 'a headline that names the speaker first',
  },
  {
    text: 'Ukraine must prevail and it can, says NATO chief',
    verdict: 'verbatim',
    because: 'a headline that names the speaker last',
  },
  { text: 'I’m confident that we’ll find a united way forward', verdict: 'verbatim', because: 'contracted' },
  {
    text: 'room for misjudgment by Moscow about our readiness to protect all allies',
    verdict: 'altered',
    because: 'the cut drops "leaving no"',
  },
  {
    text: 'Finland and Sweden are seeking to join NATO because their leaders forced it',
    verdict: 'altered',
    because: '"not" is dropped before the reason',
  },
  {
    text: 'President Putin wanted NATO and therefore he invaded Ukraine',
    verdict: 'altered',
    because: '"less" is dropped',
  },
  {
    text: 'because North America and Europe, working together in a strong NATO, can keep our 1 billion people safe',
    verdict: 'altered',
    because: '"only" is dropped',
  },
  { text: 'deal good NATO', verdict: 'not_found', because: 'words in no order of theirs' },

  // Their words, joined across a gap
  {
    text: 'Ukraine must prevail … but it needs our continued help',
    verdict: 'spliced',
    because: 'an honest elision is a joint',
  },
  {
    text: 'Ukraine must prevail, it needs our continued help',
    verdict: 'spliced',
    because: 'three words left out silently',
  },
  {
    text: 'President Putin hoped that his war on Ukraine would divide NATO. That is why we will continue to stand with a democratic, independent, sovereign Ukraine',
    verdict: 'altered',
    because: 'of two sentences, those between left out, the second loses its “until”',
  },
  {
    text: 'Ukraine must prevail and it can. NATO is a good deal for the United States.',
    speaker: 'Jens Stoltenberg',
    verdict: 'spliced',
    because: 'two utterances in the order of printing',
  },
  {
    text: 'We will bolster NATO’s budget. We’ll make sure that we defend every inch of NATO territory.',
    speaker: 'Antony Blinken',
    verdict: 'spliced',
    because: 'two utterances of one man',
  },
  {
    text: 'We will defend every inch of NATO territory',
    verdict: 'spliced',
    because: '"We’ll make sure that we defend", four words left out',
  },
  {
    text: 'we do not foresee any direct military threat',
    verdict: 'spliced',
    because: '"currently" is left out',
  },

  // Words changed
  { text: 'We must take peace for granted.', verdict: 'altered', because: '"never" is dropped' },
  { text: 'take peace for granted', verdict: 'altered', because: 'the cut drops "must never"' },
  {
    text: 'we currently do foresee a direct military threat to the Alliance',
    verdict: 'altered',
    because: '"not" is dropped',
  },
  {
    text: 'we currently foresee any direct military threat to the Alliance',
    verdict: 'altered',
    because: '"do not" is dropped',
  },
  { text: 'Ukraine must not prevail and it can', verdict: 'altered', because: '"not" is added' },
  { text: 'Ukraine must never prevail', verdict: 'altered', because: '"never" is added' },
  {
    text: 'we cannot stop Russia’s cycle of aggression in Europe',
    verdict: 'altered',
    because: 'the cut drops "if"',
  },
  {
    text: 'others will learn the lesson that using force against America’s interests works',
    verdict: 'altered',
    because: 'the cut drops the condition',
  },
  {
    text: 'using force against America’s interests works',
    verdict: 'altered',
    because: 'the cut turns a warning into a claim',
  },
  { text: 'to start wars', verdict: 'altered', because: 'the cut drops "not"' },
  { text: 'to start wars, but to prevent them', verdict: 'altered', because: 'the cut drops "not"' },
  {
    text: 'placing a single American soldier in harm’s way',
    verdict: 'altered',
    because: 'the cut drops "without"',
  },
  { text: 'their leaders forced it', verdict: 'altered', because: 'the cut drops "not because"' },
  {
    text: 'President Putin’s brutal aggression is rewarded',
    verdict: 'altered',
    because: '"not" is dropped',
  },
  {
    text: 'The strong support provided by NATO and Allies helps ensure that President Putin’s brutal aggression is',
    verdict: 'altered',
    because: 'the cut stops before "not"',
  },
  {
    text: 'We couldn’t have done what’s been done',
    verdict: 'altered',
    because: 'the cut drops "without your strong leadership"',
  },
  {
    text: 'We could have done what’s been done, Jens, quite frankly, without your strong leadership.',
    verdict: 'altered',
    because: '"couldn’t" became "could"',
  },
  {
    text: 'spending two percent of GDP is a ceiling',
    verdict: 'altered',
    because: 'a floor became a ceiling',
  },
  { text: 'adding an additional 540 billion dollars', verdict: 'altered', because: 'digits swapped' },
  {
    text: 'adding an additional 450 million dollars',
    verdict: 'altered',
    because: 'a thousandth of the sum',
  },
  { text: 'adding an additional billion dollars', verdict: 'altered', because: 'the number is dropped' },
  {
    text: 'through NATO, the US has the support of 32 Allies and a vast network of partners',
    verdict: 'altered',
    because: 'another number',
  },
  {
    text: 'A group of allies plans to deliver two million drones to Ukraine.',
    verdict: 'altered',
    because: 'twice the number',
  },
  {
    text: 'with over 10,000 troops backed by significant air and naval power',
    verdict: 'altered',
    because: 'a nought is lost',
  },
  { text: 'So NATO is a bad deal for the United States', verdict: 'altered', because: 'good became bad' },
  {
    text: 'Ukraine must win and it can, but it needs our continued help',
    verdict: 'altered',
    because: 'one word changed',
  },
  {
    text: 'Russia must prevail and it can, but it needs our continued help',
    verdict: 'altered',
    because: 'another country',
  },
  {
    text: 'President Putin wanted more NATO. He is getting less NATO, more troops, and more NATO members',
    verdict: 'altered',
    because: 'words swapped',
  },
  { text: 'What Allies buy keeps Russian businesses strong', verdict: 'altered', because: 'another country' },
  {
    text: 'I am not confident that we will find a united way forward',
    verdict: 'altered',
    because: '"not" is added',
  },
  {
    text: 'Both countries are less than qualified to become full members of the Alliance as soon as possible',
    verdict: 'altered',
    because: 'more became less',
  },
  {
    text: 'NATO is a good deal for the [bad] United States, which never pays',
    verdict: 'altered',
    because: 'words added at the end',
  },
  {
    text: 'it needs our [not] continued help',
    verdict: 'altered',
    because: 'a negation in brackets is judged like any word',
  },

  // Somebody else's words
  {
    text: 'Ukraine must prevail',
    speaker: 'Antony Blinken',
    verdict: 'misattributed',
    because: 'Stoltenberg said it',
  },
  {
    text: 'spending two percent of GDP is a floor, and not a ceiling',
    speaker: 'Jens Stoltenberg',
    verdict: 'misattributed',
    because: 'Austin said it',
  },
  {
    text: 'NATO has grown stronger and more united',
    speaker: 'stoltenberg',
    verdict: 'misattributed',
    because: 'Austin said it',
  },
  {
    text: 'this decision was a victory for democracy',
    speaker: 'jens-stoltenberg',
    verdict: 'not_found',
    because: 'Blinken said it, but three plain words are nobody’s own',
  },
  {
    text: 'President Putin wanted less NATO',
    speaker: 'Joe Biden',
    verdict: 'misattributed',
    because: 'Stoltenberg said it',
  },
  {
    text: 'dependencies make us vulnerable',
    speaker: 'Somebody Unheard Of',
    verdict: 'verbatim',
    because: 'nobody of that name is on record, so nobody is accused: the words are',
  },
  {
    text: 'Ukraine must prevail … but it needs our continued help',
    speaker: 'Lloyd Austin',
    verdict: 'misattributed',
    because: 'spliced, and by another',
  },
  {
    text: 'Ukraine must win and it can, but it needs our continued help',
    speaker: 'Lloyd Austin',
    verdict: 'altered',
    because: 'the words are judged before the speaker',
  },

  // Nobody's words
  {
    text: 'Ukraine will certainly win this war with our assistance',
    verdict: 'not_found',
    because: 'a paraphrase',
  },
  {
    text: 'Being dependent on others leaves all of us exposed',
    verdict: 'not_found',
    because: 'a paraphrase',
  },
  {
    text: 'America gets good value for its money from the alliance',
    verdict: 'not_found',
    because: 'a paraphrase',
  },
  {
    text: 'The sleepy gardener painted seventeen umbrellas',
    verdict: 'not_found',
    because: 'nobody said anything like it',
  },
  {
    text: 'Ich bin zuversichtlich, dass wir einen gemeinsamen Weg finden',
    verdict: 'not_found',
    because: 'another language',
  },
  {
    text: 'NATO Secretary General visits Washington D.C.',
    verdict: 'not_found',
    because: 'a headline of the paper is no quote',
  },
  {
    text: 'The two leaders discussed the united response',
    verdict: 'not_found',
    because: 'the paper’s words are no quote',
  },
  {
    text: 'help continued our needs it but, can it and prevail must Ukraine',
    verdict: 'not_found',
    because: 'the same words the wrong way round',
  },
  {
    text: 'Ukraine the NATO of and to we',
    verdict: 'not_found',
    because: 'words that stand together nowhere',
  },
  {
    text: 'Lorem ipsum dolor sit amet',
    speaker: 'Jens Stoltenberg',
    verdict: 'not_found',
    because: 'nobody said it',
  },

  // Their words as they are, however they came to be typed
  {
    text: 'brutal aggression is not rewarded',
    verdict: 'verbatim',
    because: '“provided by” is no condition',
  },
  {
    text: 'that Ukraine prevails',
    verdict: 'verbatim',
    because: 'the “not” before it negates another clause',
  },
  { text: 'friendship with Russia', verdict: 'verbatim', because: '“no-limits” negates no friendship' },
  {
    text: 'limits friendship with Russia',
    verdict: 'altered',
    because: 'the cut drops “no” out of “no-limits”',
  },
  {
    text: 'spare parts for F16s and air defense systems',
    verdict: 'verbatim',
    because: 'a hyphen is a mark',
  },
  { text: 'like-minded partners around the world', verdict: 'verbatim', because: 'a hyphen more' },
  { text: 'the rulesbased international order', verdict: 'verbatim', because: 'a space less' },
  {
    text: 'Ukraine must prevail and it can, but it needs our con-\ntinued help',
    verdict: 'verbatim',
    because: 'broken at the end of a line',
  },
  { text: 'Ukra\u200eine must pre\u00advail', verdict: 'verbatim', because: 'letters nobody sees' },
  {
    text: '&ldquo;Ukraine must prevail &amp; it can&rdquo;',
    verdict: 'verbatim',
    because: 'copied from the source of a page',
  },
  {
    text: '<p>Ukraine must <b>prevail</b> and it can</p>',
    verdict: 'verbatim',
    because: 'copied with its tags',
  },
  {
    text: 'If we cannot stop Russia&#39;s cycle of aggression in Europe',
    verdict: 'verbatim',
    because: 'an apostrophe as a number',
  },
  {
    text: 'Ukraine must prevail&hellip; but it needs our continued help',
    verdict: 'spliced',
    because: 'an elision as an entity',
  },
  { text: 'Ukraine must prevail and it can [2]', verdict: 'verbatim', because: 'the number of a note' },
  { text: 'thats why we got on bended knee', verdict: 'verbatim', because: 'an apostrophe left out' },
  { text: 'hes united NATO in support of Ukraine', verdict: 'verbatim', because: 'an apostrophe left out' },
  { text: 'were grateful for you doing that', verdict: 'verbatim', because: '“we’re” without its mark' },
  {
    text: 'NATO’s responding because we need to do that together',
    verdict: 'verbatim',
    because: 'contracted',
  },
  {
    text: 'no room for misjudgement by Moscow',
    verdict: 'verbatim',
    because: 'British spelling; the cut keeps “no”',
  },
  { text: 'contributed over $100 billion', verdict: 'verbatim', because: 'US dollars' },
  {
    text: 'contributed over one hundred billion US dollars',
    verdict: 'verbatim',
    because: 'a number in words',
  },
  { text: 'contributed over €100 billion', verdict: 'altered', because: 'another currency' },
  {
    text: 'involving approximately 90 000 soldiers',
    verdict: 'verbatim',
    because: 'thousands set apart by a space',
  },
  { text: 'more than 20k additional troops', verdict: 'verbatim', because: 'a number cut short' },
  {
    text: 'For the 7th consecutive year, defense spending has increased',
    verdict: 'verbatim',
    because: 'an ordinal in digits',
  },
  {
    text: 'For the sixth consecutive year, defense spending has increased',
    verdict: 'altered',
    because: 'another ordinal',
  },
  {
    text: 'Ukraine [...] needs our continued help',
    verdict: 'spliced',
    because: 'one word before an honest elision',
  },
  {
    text: 'he [Putin] galvanized the world by his actions',
    verdict: 'verbatim',
    because: 'a gloss between words that stand together',
  },
  {
    text: '[If it fights,] Ukraine must prevail',
    verdict: 'altered',
    because: 'a condition in brackets is judged like any words',
  },
  { text: '[Ukraine must never prevail]', verdict: 'altered', because: 'all in brackets is no aside' },
  {
    text: '“Ukraine must prevail and it can,” he said on 31 January 2024.',
    verdict: 'verbatim',
    because: 'a day outside the marks',
  },
  { text: '“Ukraine must prevail” – Jens Stoltenberg', verdict: 'verbatim', because: 'signed behind a dash' },
  {
    text: '“Ukraine must prevail” (Jens Stoltenberg, 31 January 2024)',
    verdict: 'verbatim',
    because: 'signed in brackets',
  },
  {
    text: 'now in its fourth month,” underlined US Secretary.\n\n“The people of Ukraine continue to fight',
    verdict: 'verbatim',
    because: 'begins and ends within the marks',
  },
  {
    text: 'Russia will lose: Ukraine must prevail and it can',
    verdict: 'altered',
    because: 'what stands before the colon names nobody',
  },
  {
    text: 'This is a lie: Ukraine must prevail and it can',
    verdict: 'altered',
    because: 'what stands before the colon names nobody',
  },
  {
    text: 'Ukraine must prevail and it can – China does not',
    verdict: 'altered',
    because: 'what stands behind the dash is no name',
  },

  // What governs the words or limits them is lost
  {
    text: 'with 100,000 troops backed by significant air and naval power',
    verdict: 'altered',
    because: '“over” is dropped',
  },
  {
    text: 'has provided 75 billion dollars worth of military, financial, and humanitarian aid to Ukraine',
    verdict: 'altered',
    because: '“about” is dropped',
  },
  { text: 'including all of the members of NATO', verdict: 'altered', because: '“virtually” is dropped' },
  {
    text: 'We never take peace for granted',
    verdict: 'altered',
    because: '“must” is dropped: a duty became a fact',
  },
  {
    text: 'We bolster NATO’s budget',
    verdict: 'altered',
    because: '“will” is dropped: a promise became a fact',
  },
  { text: 'at any negotiating table that emerge', verdict: 'altered', because: '“may” is dropped' },
  {
    text: 'A group of allies deliver a million drones to Ukraine',
    verdict: 'altered',
    because: '“plans to” is dropped',
  },
  {
    text: 'President Putin wanted NATO',
    verdict: 'altered',
    because: '“less” is dropped, and the nearest NATO is meant',
  },
  { text: 'he is getting NATO, with more NATO presence', verdict: 'altered', because: '“more” is dropped' },
  { text: 'We must … take peace for granted', verdict: 'altered', because: 'the elision hides “never”' },
  {
    text: 'if we … stop Russia’s cycle of aggression in Europe',
    verdict: 'altered',
    because: 'the elision hides “cannot”',
  },
  {
    text: 'spending two percent of GDP is a … ceiling',
    verdict: 'altered',
    because: 'the elision hides “not”',
  },
  {
    text: 'Finland and Sweden are seeking to join NATO … because their leaders forced it',
    verdict: 'altered',
    because: 'the elision hides “not”',
  },
  {
    text: 'Finland and Sweden are seeking to join NATO … because their citizens demanded it',
    verdict: 'spliced',
    because: 'what is left out is what they deny',
  },

  // Joined
  {
    text: 'most robust collective defence since the Cold War, not to start wars, but to prevent them',
    verdict: 'spliced',
    because: 'words of the paper stand between the pieces',
  },
  {
    text: 'NATO will be prepared to face challenges like these with secure cyber defenses, cutting-edge technology, and enhanced partnerships, as I said, with countries around the world. We’ll make sure that we defend every inch of NATO territory.',
    verdict: 'verbatim',
    because: 'only “Blinken continued” stands between the pieces',
  },
  {
    text: 'I am confident that we will find a united way forward. Ukraine must prevail and it can.',
    verdict: 'spliced',
    because: '2022, then 2024',
  },
  {
    text: 'Ukraine must prevail and it can. I am confident that we will find a united way forward.',
    verdict: 'altered',
    because: '2024, then 2022',
  },
  {
    text: 'There the Alliance will adopt a new strategic concept, the first one since 2010, to make sure that we’re ready to meet the challenges of today and the challenges that we anticipate for tomorrow. We will bolster NATO’s budget.',
    verdict: 'spliced',
    because: 'a short sentence behind a long one',
  },
  {
    text: 'The United States is playing an indispensible role in our response to Russia’s invasion of Ukraine. President Putin wanted less NATO.',
    verdict: 'spliced',
    because: 'the second was said before and again later',
  },
  {
    text: 'dependencies make us vulnerable. Ukraine must prevail and it can.',
    verdict: 'altered',
    because: 'the wrong way round',
  },
  {
    text: 'NATO has grown stronger and more united. Ukraine must prevail.',
    verdict: 'altered',
    because: 'two voices',
  },

  // Who said it
  {
    text: 'Ukraine must prevail',
    speaker: 'Stoltenberg (NATO)',
    verdict: 'verbatim',
    because: 'a name with its house',
  },
  {
    text: 'Ukraine must prevail',
    speaker: 'Jens',
    verdict: 'verbatim',
    because: 'a first name that only one bears',
  },
  {
    text: 'we will continue to stand',
    speaker: 'Stoltenberg',
    verdict: 'verbatim',
    because: 'two men said it, he is one',
  },
  {
    text: 'we will continue to stand',
    speaker: 'Austin',
    verdict: 'not_found',
    because: 'two men said it, he is none, but words as plain as these are nobody’s own',
  },

  // What the reporter says around it
  {
    text: 'Stoltenberg said Russia “must prevail”',
    verdict: 'not_found',
    because: 'what runs on into the marks is part of the statement',
  },
  {
    text: 'Russia “must prevail”',
    verdict: 'altered',
    because: 'what runs on into the marks is part of the statement',
  },
  {
    text: 'He said that “Ukraine must prevail”',
    verdict: 'verbatim',
    because: 'what leads up to the marks is not',
  },
  {
    text: 'Stoltenberg, speaking in Washington, said: “Ukraine must prevail”',
    verdict: 'verbatim',
    because: 'nor is a clause that ends in a colon',
  },
  {
    text: '“Ukraine must prevail and it can,” said the NATO chief. “But it needs our continued help.”',
    verdict: 'verbatim',
    because: 'broken by who says it',
  },
  {
    text: '“Ukraine must prevail” and “it needs our continued help”, Stoltenberg said',
    verdict: 'spliced',
    because: 'the “and” is the reporter’s',
  },
  {
    text: 'Norwegian prime minister: Ukraine must prevail',
    verdict: 'verbatim',
    because: 'an office before the colon',
  },
  {
    text: 'Destroy Russia now: Ukraine must prevail and it can',
    verdict: 'altered',
    because: 'no name before the colon',
  },
  {
    text: 'Ukraine must prevail and it can, says Russia must lose',
    verdict: 'altered',
    because: 'a statement behind the comma, not a speaker',
  },
];
