import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, ROOT, read } from './files.ts';

const TEXT =
  /\.(ts|tsx|js|mjs|json|jsonc|toml|ya?ml|md|sql|css|html|txt|npmrc|gitattributes|gitignore|svg)$|\/run$/;
const texts = filesIn('.').filter((path) => TEXT.test(path));

describe('the repository', () => {
  it('has the papers of the house', () => {
    const papers = [
      'LICENSE',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'corpus/README.md',
      'docs/adr/README.md',
      '.ci/run',
    ];
    const files = filesIn('.');
    expect(papers.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('has the platform log no request, whose path may hold a token or what somebody looked for', () => {
    const settings = filesIn('.').filter((path) => path.endsWith('wrangler.toml'));
    expect(settings.length).toBeGreaterThan(5);
    for (const path of settings)
      expect(read(path), path).toMatch(/^\[observability\.logs\]\ninvocation_logs = false$/m);
  });

  it('names no package registry, so that everybody installs from their own', () => {
    const host = /https?:\/\/[\w.-]*(registry|artifactory|nexus|npmmirror|verdaccio)[\w.-]*[/:]/i;
    const wrong = texts.flatMap((path) =>
      read(path)
        .split('\n')
        .filter((line) => host.test(line))
        .map((line) => `${path}: ${line.trim().slice(0, 120)}`),
    );
    expect(wrong).toEqual([]);
  });

  it('has a lockfile that says what is installed, by its hash, but not from where', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string; link?: boolean }>;
    };
    const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
    expect(packages.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
    expect(read('.npmrc')).toContain('omit-lockfile-registry-resolved=true');
  });

  it('has a lockfile that holds what every other system needs too, without which `npm ci` refuses', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<
        string,
        Record<'dependencies' | 'optionalDependencies', Record<string, string> | undefined>
      >;
    };
    const held = new Set(Object.keys(lock.packages).map((path) => path.split('node_modules/').at(-1)));
    const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter((name) => !held.has(name))
        .map((name) => `${path} needs ${name}`),
    );
    expect(missing).toEqual([]);
  });

  it('pins every dependency to one version', () => {
    const manifest = JSON.parse(read('package.json')) as Record<string, Record<string, string> | undefined>;
    const loose = ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}).filter(
        ([, version]) => !/^\d+\.\d+\.\d+(-[a-z\d.]+)?$/.test(version),
      ),
    );
    expect(loose).toEqual([]);
  });

  it('lists every decision in docs/adr/README.md, each under a number of its own', () => {
    const decisions = readdirSync(join(ROOT, 'docs/adr'))
      .filter((name) => /^\d{4}-[a-z0-9-]+\.md$/.test(name))
      .sort();
    const index = read('docs/adr/README.md');
    expect(decisions.length).toBeGreaterThan(0);
    expect(decisions.filter((name) => !index.includes(`(${name})`))).toEqual([]);
    // Numbers are given out before the pages are written, so one may be missing for a while; none may be there twice.
    expect(new Set(decisions.map((name) => name.slice(0, 4))).size).toBe(decisions.length);
    for (const name of decisions)
      for (const heading of ['## Context', '## Decision', '## Consequences'])
        expect([name, read(`docs/adr/${name}`).includes(heading)]).toEqual([name, true]);
  });

  it('has no Markdown link to a file of its own that is not there', () => {
    const files = new Set(filesIn('.'));
    const broken = [...files]
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...read(path).matchAll(/\]\((?!https?:|mailto:|#|\/)([^)#\s]+)/g)].map(([, target = '']) => ({
          path,
          target: join(path, '..', target).replace(/\/$/, ''),
        })),
      )
      .filter(
        ({ target }) => !files.has(target) && ![...files].some((file) => file.startsWith(`${target}/`)),
      );
    expect(broken).toEqual([]);
  });
});
