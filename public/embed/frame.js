// Tells the page around the frame how high its content is, so that it can make room if it wants to: a message
// {readout: 1, height: <CSS pixels>} to the parent, whenever the height changes. Nothing else is said or heard.
// @ts-check
const tell = () => parent.postMessage({ readout: 1, height: document.documentElement.offsetHeight }, '*');
if (parent !== window) new ResizeObserver(tell).observe(document.documentElement);
