/**
 * The language a text is written in, told from its commonest words and, where that says it, from its script: ISO 639-1,
 * `und` where it is none of those known here. A text is English unless another language plainly is more of it: what is
 * too short to tell, or holds names and numbers only, stays English.
 */
export function languageOf(text: string): string {
  const words = (
    text
      .slice(0, MOST)
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+/gu) ?? []
  ).slice(0, MOST_WORDS);
  if (words.length < FEWEST_WORDS) return 'en';
  const latin = words.filter((word) => /\p{Script=Latin}/u.test(word)).length;
  if (latin < words.length / 2) return byScript(words);
  const shares = Object.entries(COMMON).map(([language, common]) => ({
    language,
    share: words.filter((word) => common.has(word)).length / words.length,
  }));
  const english = shares.find(({ language }) => language === 'en')!.share;
  const [first] = shares.sort((a, b) => b.share - a.share);
  return first!.language !== 'en' && first!.share >= PLAIN && first!.share >= 3 * english
    ? first!.language
    : 'en';
}

const MOST = 40_000;
const MOST_WORDS = 3_000;
const FEWEST_WORDS = 20;
/** Of running prose, a fifth and more are words of these lists. */
const PLAIN = 0.12;

const words = (list: string) => new Set(list.split(' '));
/** Words of grammar, which no text of the language can do without; few of them are words of another. */
const COMMON: Record<string, ReadonlySet<string>> = {
  en: words(
    'the of and to in is that for was on are with as his they at be this have from or had by but not what all were we when your can said there an which their if will would about them then has her been who more into its our than he she it',
  ),
  fr: words(
    'le la les des du et est une un dans pour que qui sur avec pas au aux par ce cette ces son sa ses nous vous ils elle leur être avoir été sont ont mais ou où plus comme afin ainsi',
  ),
  de: words(
    'der die das und ist von mit den dem des ein eine einen einer im für auf nicht auch sich wir sie es zu werden wurde wird hat haben bei nach aus als über durch um sowie dass zur zum',
  ),
  es: words(
    'el la los las de del y que en un una es por con para se su sus al lo como más pero fue han ha este esta entre sobre también ser está son',
  ),
  it: words(
    'il la le gli dei della delle del di e che in un una è per con non si su al alla nel nella sono ha hanno come più anche questo questa dal dalla stato',
  ),
  pt: words(
    'o os as da do das dos e que em um uma é por com para se no na nos nas ao à como mais mas foi são não pelo pela entre sobre também ser está',
  ),
  nl: words(
    'de het een en van in is dat op te zijn voor met niet aan er ook als bij door naar uit om worden werd wordt hebben heeft deze dit over maar',
  ),
  pl: words(
    'i w na z do że się nie jest o oraz to przez po dla od za jak był była są być został została który która które ich jego przy',
  ),
  sv: words(
    'och att det som en på är av för med den till inte om har de ett vi var från kan ska eller vid under efter men',
  ),
  tr: words('ve bir bu için ile olarak da de olan daha çok en gibi kadar sonra ise ancak ya'),
};

function byScript(all: readonly string[]): string {
  const share = (script: RegExp) => all.filter((word) => script.test(word)).length / all.length;
  if (share(/[іїєґ]/u) > 0.08) return 'uk';
  if (share(/\p{Script=Cyrillic}/u) > 0.5) return 'ru';
  if (share(/\p{Script=Greek}/u) > 0.5) return 'el';
  if (share(/\p{Script=Arabic}/u) > 0.5) return 'ar';
  if (share(/\p{Script=Hebrew}/u) > 0.5) return 'he';
  if (share(/[\p{Script=Hiragana}\p{Script=Katakana}]/u) > 0.1) return 'ja';
  if (share(/\p{Script=Hangul}/u) > 0.5) return 'ko';
  if (share(/\p{Script=Han}/u) > 0.5) return 'zh';
  return 'und';
}
