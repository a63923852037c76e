/** Names that take an article inside a sentence: unions, plurals, republics, islands, and a few others. */
const WITH_ARTICLE =
  /^(?:United|Central African|Democratic|Republic of|Holy|Netherlands|Philippines|Maldives|Bahamas|Gambia|Seychelles|Comoros)\b|\b(?:Republic|Islands)$/;

/** A country as it stands inside a sentence: "the Netherlands", "Norway". */
export const inSentence = (country: string): string =>
  WITH_ARTICLE.test(country) ? `the ${country}` : country;
