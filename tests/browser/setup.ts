/// <reference path="./provided.d.ts" />
import type { TestProject } from 'vitest/node';
import { launchBrowser } from '../../src/cli/browser.ts';
import { startTrial } from '../../src/cli/trial.ts';

/** One site with the documents of the corpus and one browser for all files; every file posts what else it needs. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const trial = await startTrial(new Date('2026-11-19T09:00:00Z'));
  await trial.scheduled(new Date('2026-11-20T06:05:00Z'));
  const browser = await launchBrowser();
  project.provide('site', trial.origin);
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await trial.stop();
  };
}
