/**
 * The card is laid over what stands between the tags, which keeps its place unseen, and scrolls if it is longer: so
 * nothing on the page moves. Only who opens the context makes room for it. On paper there is room for all of it.
 */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(
  `:host{display:block;position:relative;color-scheme:light dark}
:host([theme=light]){color-scheme:light}
:host([theme=dark]){color-scheme:dark}
:host([hidden]){display:none}
.card{display:none;--accent:var(--readout-accent,light-dark(#0a5a58,#74cbc4));box-sizing:border-box;overflow:auto;
overflow-wrap:anywhere;padding:var(--readout-padding,.4em 1em);flex-direction:column;justify-content:safe center;gap:.3em;
border-inline-start:var(--readout-rule,3px) solid var(--accent);color:var(--readout-ink,light-dark(#1d1b18,#ece7dc));
background:var(--readout-paper,light-dark(#fbfaf6,#161513));font:var(--readout-font,inherit)}
.ready>.card{display:flex;position:absolute;inset:0}
.ready>slot{visibility:hidden}
.open>.card,.bare>.card{position:static}
.open>slot{display:none}
p,ul,blockquote{margin:0;padding:0}
li{list-style:none}
.words{white-space:pre-line}
.by,.status,.engagements{font-size:.88em}
.status{display:flex;flex-wrap:wrap;gap:0 .9em}
.status>*{padding:.2em 0;min-width:24px}
a,button{color:var(--accent)}
button{all:unset;color:var(--accent);text-decoration:underline;cursor:pointer}
:focus-visible{outline:2px solid}
@media print{.ready>.card{position:static;overflow:visible}.ready>slot,button{display:none}}`,
);
