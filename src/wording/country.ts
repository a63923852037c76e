/** Countries whose name takes an article inside a sentence. */
const WITH_ARTICLE =
  /^(United |Netherlands|Philippines|Czech Republic|Dominican Republic|Bahamas|Gambia|Maldives|Holy See|Democratic Republic|Republic of|Central African|Comoros|.* Islands$)/;

/** "the United States", "Norway" */
export const inSentence = (country: string): string =>
  WITH_ARTICLE.test(country) ? `the ${country}` : country;
