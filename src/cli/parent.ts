/**
 * Calls `gone` once the process that started this one has ended. npm hands a signal to the shell between, which ends
 * without handing it on: the server would stay behind and keep the port.
 */
export function whenParentEnds(
  parentNow: () => number,
  every: (look: () => void) => { stop: () => void },
  gone: () => void,
): void {
  const parent = parentNow();
  const looking = every(() => {
    if (parentNow() === parent) return;
    looking.stop();
    gone();
  });
}

/** Looks each second, and keeps nothing alive for it. */
export const eachSecond = (look: () => void): { stop: () => void } => {
  const timer = setInterval(look, 1_000);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};
