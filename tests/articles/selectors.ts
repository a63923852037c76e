/** What a person who looks at one page of each site would write down. */
export const SELECTORS: Readonly<Record<string, string>> = {
  alliance: '.article-content',
  'department-wordpress': '.entry-content',
  'government-portal': '.govspeak',
  council: '.textpart',
  'drupal-press': '.field--name-body',
  'foreign-office': '.c-rte--default',
  presidency: '.reset-last-space',
  'ministry-breaks': '.any-area',
  'press-corner': '.ecl-paragraph-detail',
  newspaper: '.story-body',
  wire: '.article-body__content',
  tables: '#text',
};
