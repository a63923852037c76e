/** `npm run --silent extract -- FILE…`: what the extractor finds in each file, one JSON object a line; with `--explain`, for people, why. */
import { parseArgs } from 'node:util';
import { extract } from '../extract/extract.ts';
import { officeHolders } from '../register/office-holders.ts';
import { explain } from './explain.ts';
import { extractLine } from './extract-line.ts';
import { readText, TextFileError } from './text-file.ts';

const USAGE = 'npm run --silent extract -- FILE… [--explain]';

// A reader that has seen enough (`| head`) closes the pipe; that is no fault of this program.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

function refuse(reason: string): number {
  console.error(`extract: ${reason}\n\n${USAGE}`);
  return 2;
}

/** Exit code: 0, 1 when a file could not be read (the others still are), 2 for a wrong call. */
function main(): number {
  let files: string[];
  let help: boolean;
  let explained: boolean;
  try {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        explain: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    files = parsed.positionals;
    help = parsed.values.help;
    explained = parsed.values.explain;
  } catch (error) {
    return refuse((error as Error).message);
  }
  if (help) {
    console.log(USAGE);
    return 0;
  }
  if (files.length === 0) return refuse('no FILE given');
  let code = 0;
  for (const file of files) {
    try {
      const text = readText(file);
      const found = extract(text, {}, officeHolders());
      console.log(explained ? explain(file, text, found) : JSON.stringify(extractLine(file, found)));
    } catch (error) {
      if (!(error instanceof TextFileError)) throw error;
      console.error(`extract: ${error.message}`);
      code = 1;
    }
  }
  return code;
}

process.exitCode = main();
