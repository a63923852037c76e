import { WorkerEntrypoint } from 'cloudflare:workers';
import type { ExtractHints, Extraction } from '../model/extraction.ts';
import { officeHolders } from '../register/office-holders.ts';
import { extract } from './extract.ts';

/**
 * The extractor in a Worker of its own, since it is more than a third of all code and only a document that comes in asks
 * for it. It has no address and no database: only the main Worker reaches it, by the service binding EXTRACTOR.
 */
export default class extends WorkerEntrypoint {
  async read(text: string, hints: ExtractHints): Promise<Extraction> {
    return extract(text, hints, officeHolders());
  }
}
