/** What the bookmark runs on the page somebody reads: sends what is selected there by POST, so that no address holds it. */
const code = (origin: string): string =>
  `(()=>{const s=String(getSelection());if(!s.trim()){alert('Select the words first.');return}` +
  `const f=document.createElement('form');f.method='post';f.action=${JSON.stringify(`${origin}/check`)};` +
  `f.enctype='multipart/form-data';f.target='_blank';f.rel='noopener';f.hidden=true;` +
  `for(const[n,v]of[['draft',s],['format','text']]){const t=document.createElement('textarea');t.name=n;t.value=v;f.append(t)}` +
  `document.body.append(f);f.submit();f.remove()})()`;

export const bookmarkletOf = (origin: string): string => `javascript:${encodeURIComponent(code(origin))}`;

/** A bookmark that checks what is selected on any page. */
export const Bookmarklet = ({ origin }: { origin: string }) => (
  <p class="hint">
    To check from any page, drag <a href={bookmarkletOf(origin)}>Check with Readout</a> to your bookmarks;
    then select words anywhere and press it. The selection is sent here and kept by nobody.
  </p>
);
