import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { FONTS } from '#platform/print-fonts';
import { coverageOf, printable } from '#platform/print-glyphs';
import type { Printed, PrintJob } from '#platform/print-tasks';

// Runs in the worker only: typesetting holds the process up until it is done.
const TEMPLATES = join(import.meta.dirname, '../../templates');
/** For archives: fonts inside, every character can be read back. */
const STANDARD = 'a-2u';

const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: [...FONTS] }] });
const covered = coverageOf(FONTS.map((file) => readFileSync(file)));

/** Typesets a template with its data. Throws when the template itself is wrong: no text of the data can make it so. */
export function print({ template, data, pictures, at }: PrintJob): Printed {
  const missing = new Set<string>();
  const shown = JSON.stringify(printable(data, covered, missing));
  compiler.mapShadow(join(TEMPLATES, 'data.json'), Buffer.from(shown));
  for (const [name, bytes] of Object.entries(pictures))
    compiler.mapShadow(join(TEMPLATES, 'pictures', name), Buffer.from(bytes));
  try {
    const done = compiler.compile({ mainFilePath: join(TEMPLATES, `${template}.typ`) });
    const { result } = done;
    if (!result) throw new Error(faultOf(done.takeError()));
    const creationTimestamp = Math.floor(at.getTime() / 1000);
    return {
      pdf: compiler.pdf(result, { pdfStandard: STANDARD, creationTimestamp }),
      missing: [...missing],
    };
  } finally {
    compiler.resetShadow();
    // Otherwise every paper stays in the memory.
    compiler.evictCache(0);
  }
}

const faultOf = (error: Parameters<NodeCompiler['fetchDiagnostics']>[0] | null) =>
  error ? JSON.stringify(compiler.fetchDiagnostics(error)) : 'no document';
