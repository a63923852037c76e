declare module 'vitest' {
  /** What `setup.ts` hands to the tests. */
  interface ProvidedContext {
    /** Where the site is, without a slash at the end. */
    site: string;
    /** Where the browser listens. */
    browser: string;
  }
}

export {};
