/**
 * Everybody of whom we know which public office they held when. Nearly half a megabyte: only what reads documents
 * carries it (the extractor's Worker, the commands), never the main Worker.
 */
import laterJson from '../../corpus/register/later.json' with { type: 'json' };
import holdersJson from '../../corpus/register/officeholders.json' with { type: 'json' };
import { once } from '../model/once.ts';
import type { Register } from '../model/register.ts';
import { people } from './files.ts';
import { buildRegister, type LaterFile } from './holders.ts';

export const officeHolders: () => Register = once(() =>
  buildRegister(holdersJson, laterJson as LaterFile, people),
);
