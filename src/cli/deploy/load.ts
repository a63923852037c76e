import { readCorpus } from '../corpus.ts';
import { StepFailed, type Wait } from './steps.ts';

const TRIES = 6;

/** Asks a site, again where it fails for a moment. */
async function ask(url: string, init: RequestInit, wait: Wait): Promise<{ status: number; text: string }> {
  for (let tries = 1; ; tries++) {
    let why: string;
    try {
      const answer = await fetch(url, init);
      const text = await answer.text();
      if (answer.status < 500 && answer.status !== 429) return { status: answer.status, text };
      why = `${answer.status} ${text.slice(0, 200)}`;
    } catch (error) {
      why =
        error instanceof Error
          ? `${error.message} ${(error.cause as Error | undefined)?.message ?? ''}`
          : String(error);
    }
    if (tries === TRIES) throw new StepFailed(`${url} does not answer: ${why}`);
    await wait(1_000 * 2 ** (tries - 1));
  }
}

/**
 * Posts the documents of a folder to the site that was just deployed, once it answers as this product does: a token is
 * shown to nobody else. Those that are there already change nothing. @throws StepFailed
 */
export async function loadCorpus(folder: string, site: string, token: string, wait: Wait): Promise<void> {
  const health = await ask(`${site}/healthz`, { redirect: 'manual' }, wait);
  if (health.status !== 200 || !/"revision":/.test(health.text))
    throw new StepFailed(
      `What answers at ${site} is not this site (${health.status}); nothing was posted there. Has the domain been pointed at the Worker?`,
    );
  for (const { stem, text, sidecar } of readCorpus(folder)) {
    const { title, publisher, url, published_on, lang } = sidecar;
    const answer = await ask(
      `${site}/v1/documents`,
      {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify({ text, title, publisher, url, published_on, lang }),
      },
      wait,
    );
    if (answer.status !== 200 && answer.status !== 201)
      throw new StepFailed(`${stem}: ${answer.status} ${answer.text}`);
    console.log(`  ${answer.status === 201 ? 'loaded ' : 'known  '} ${stem}`);
  }
}
