// Puts a button to copy beside every text that is there to be copied.
// @ts-check
for (const text of document.querySelectorAll('pre.copy')) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'copier';
  button.textContent = 'Copy';
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(text.textContent ?? '');
    button.textContent = 'Copied';
  });
  if (navigator.clipboard !== undefined) text.after(button);
}
