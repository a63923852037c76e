// Tells the page around the frame how high its content is, so that it can make room if it wants to: a message
// {readout: 1, height: <CSS pixels>} to the parent, whenever the height changes. Nothing else is said or heard.
// @ts-check
const main = document.querySelector('main');
const tell = () => parent.postMessage({ readout: 1, height: Math.ceil(main?.offsetHeight ?? 0) }, '*');
if (main && parent !== window) new ResizeObserver(tell).observe(main);
