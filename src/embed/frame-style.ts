import { inlineStyle } from '../http/inline-style.ts';

/**
 * How quotes and visits look inside somebody else's page. It stands in the frame itself: a frame is laid out before a
 * file would be there, and what it shows would move.
 */
export const STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbfaf6, #161513);
  --ink: light-dark(#1d1b18, #ece7dc);
  --faint: light-dark(#5c5850, #aaa397);
  --accent: light-dark(#0a5a58, #74cbc4);
  --rule: light-dark(#d8d2c5, #3b3832);
}
:root.light {
  color-scheme: light;
}
:root.dark {
  color-scheme: dark;
}
body {
  box-sizing: border-box;
  min-height: 100vh;
  margin: 0;
  border-inline-start: 3px solid var(--accent);
  background: var(--paper);
  color: var(--ink);
  font:
    1rem / 1.5 system-ui,
    -apple-system,
    "Segoe UI",
    Roboto,
    sans-serif;
  overflow-wrap: anywhere;
}
main {
  display: flow-root;
  padding: 1rem 1.1rem;
}
a {
  color: var(--accent);
}
:focus-visible {
  outline: 3px solid var(--accent);
  outline-offset: 2px;
}
h1,
blockquote {
  margin: 0 0 0.4rem;
  font:
    1.25rem / 1.4 "Iowan Old Style",
    Palatino,
    Georgia,
    serif;
  white-space: pre-line;
}
h1 {
  font-weight: 600;
}
p,
ul {
  margin: 0 0 0.4rem;
  padding: 0;
}
li {
  list-style: none;
  padding: 0.2rem 0;
  border-bottom: 1px solid var(--rule);
}
.where,
.role {
  color: var(--faint);
  font-size: 0.9rem;
}
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  margin: 0;
  overflow: hidden;
  clip-path: inset(50%);
  white-space: nowrap;
}
.unseen {
  position: absolute;
  width: 1px;
  height: 1px;
  overflow: hidden;
  clip-path: inset(50%);
}
.note {
  font-weight: 600;
}
summary {
  cursor: pointer;
}
@media print {
  body {
    min-height: 0;
  }
}
`;

/** What a policy has to say for that style, and no other, to apply. */
export const styleSource = (): Promise<string> => inlineStyle(STYLE);
