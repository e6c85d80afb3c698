import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SHEET_REFUSALS } from '@zikao/contract/sheets';
import { Problem } from '#platform/problem';
import { openSheets, type Sheets } from '#platform/sheets';
import { BROKEN, HUGE } from '#test/sheets/broken';

const RUNS = 1_000;
/** Of the worker, at its worst: as Linux remembers it. */
const PEAK_MB = 700;

let sheets: Sheets;
let first: number;
beforeAll(async () => {
  sheets = openSheets();
  await sheets.read(Buffer.from('a\n1\n'), { name: 'a.csv' });
  first = sheets.pids()[0]!;
});
afterAll(() => sheets.close());

/** Only Linux tells. */
const peakMb = (pid: number) =>
  process.platform !== 'linux'
    ? 0
    : Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

/** What becomes of a file: its rows, or why not. Anything but a problem of tables is a crash. */
async function fate(bytes: Buffer, name: string) {
  try {
    const { rows, columns } = await sheets.read(bytes, { name });
    for await (const batch of rows)
      for (const { no, cells } of batch)
        expect([Number.isInteger(no), cells.length]).toEqual([true, columns.length]);
    return { code: 'read', errors: [] };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return { code: error.code, errors: error.extra.errors ?? [] };
  }
}

describe(`${RUNS} broken files`, () => {
  const fates = new Map<string, number>();
  const cells: string[] = [];

  it('are read or refused, by one and the same worker that never ends', async () => {
    const files = fc.sample(BROKEN, { numRuns: RUNS, seed: 20_270_417 });
    for (const { sort, name, bytes } of files) {
      const { code, errors } = await fate(bytes, name);
      expect(['read', ...SHEET_REFUSALS]).toContain(code);
      fates.set(`${sort} ${code}`, (fates.get(`${sort} ${code}`) ?? 0) + 1);
      if (code === 'sheet.cells') cells.push(...errors.map(({ message }) => message));
    }
    expect(sheets.pids()).toEqual([first]);
  }, 60_000);

  it('are refused for many reasons, in every format, and not only refused', () => {
    const codes = new Set([...fates.keys()].map((key) => key.split(' ')[1]));
    expect(codes.size).toBeGreaterThanOrEqual(6);
    const ways = ['csv', 'xlsx', 'dbf', 'noise'].map(
      (sort) => [...fates.keys()].filter((key) => key.startsWith(sort)).length,
    );
    expect(Math.min(...ways)).toBeGreaterThan(1);
  });

  it('have row and column in every message about a cell', () => {
    expect(cells.length).toBeGreaterThan(100);
    expect(cells.filter((message) => !/^第 \d+ 行 ?(第 \d+ 列|[A-Z]{1,2} 列)/.test(message))).toEqual([]);
  });
});

describe('huge ones', () => {
  it.each(Object.entries(HUGE))(
    '%s',
    async (_, { build, code }) => {
      expect((await fate(build(), 'huge')).code).toBe(code);
      expect(Math.max(0, ...sheets.pids().map(peakMb))).toBeLessThan(PEAK_MB);
    },
    60_000,
  );

  it('leave the API no larger than what it was sent', () => {
    expect(process.memoryUsage().rss / 1024 / 1024).toBeLessThan(1_500);
  });
});
