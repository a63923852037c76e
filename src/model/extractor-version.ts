/** Raised whenever the extractor reads differently than before, or what it read is published differently, so that it is known which texts to read again. */
export const EXTRACTOR = '4';
