import { readFileSync } from 'node:fs';
import { drawPaper, laughing, polyglot, revised, swollen } from '@zikao/pictures';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPapers, type Papers } from '#platform/papers';
import type { Problem } from '#platform/problem';
import { HOSTILE_PAPERS, SENTENCES, type Hostile, type HostileCode } from '#test/hostile-papers';

const want = { page: 0, longest: 1200, dpi: 100, quality: 80 };
const SCRIPT = '<</S/JavaScript/JS(app.alert\\(1\\))>>';

let papers: Papers;
beforeAll(() => void (papers = openPapers({ timeoutMs: 5_000 })));
afterAll(() => papers.close());

const fate = async (file: Buffer, by = papers) => {
  try {
    const { copy } = await by.read(file, 30);
    await by.draw(copy, want);
    return 'accepted';
  } catch (error) {
    const { code, message } = error as Problem;
    return `${code} ${message}`;
  }
};

describe.each(Object.keys(HOSTILE_PAPERS) as HostileCode[])('%s: refused is what', (code) => {
  it.each<Hostile>(HOSTILE_PAPERS[code])('%s', async (_, build) => {
    const said = await fate(await build());
    expect(said).toMatch(new RegExp(`^${code} `));
    expect(said).toContain(SENTENCES[code]);
  });
});

describe('accepted is what', () => {
  it.each<[string, () => Buffer]>([
    ['turns to a page at opening', () => drawPaper({ catalog: '/OpenAction[5 0 R/Fit]' })],
    ['turns to it by an action', () => drawPaper({ catalog: '/OpenAction<</S/GoTo/D[5 0 R/Fit]>>' })],
    [
      'has a link that a reader may follow',
      () =>
        drawPaper({ page: '/Annots[<</Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.test)>>>>]' }),
    ],
    [
      'has a field filled in',
      () => drawPaper({ page: '/Annots[<</Subtype/Widget/Rect[0 0 9 9]/FT/Tx/T(name)/V(JavaScript)>>]' }),
    ],
    ['calls a font as others call a script', () => drawPaper({ page: '/Resources<</Font<</JS 4 0 R>>>>' })],
    ['has 30 pages', () => drawPaper({ pages: 30 })],
    ['has words that look like names', () => drawPaper({ catalog: '/Lang(/JavaScript \\( /AA)' })],
  ])('%s', async (_, build) => {
    expect(await fate(build())).toBe('accepted');
  });
});

describe('a copy', () => {
  const copyOf = async (file: Buffer) => (await papers.read(file, 30)).copy.toString('latin1');

  it('has nothing of an older revision', async () => {
    const risky = drawPaper({ catalog: '/OpenAction 6 0 R', extra: [SCRIPT] });
    expect(await fate(risky)).toMatch(/^document.script/);
    expect(await copyOf(revised('/Lang(zh)'))).not.toContain('JavaScript');
  });

  it('has nothing that is out of reach, behind the end or in a comment', async () => {
    expect(await copyOf(drawPaper({ extra: [SCRIPT] }))).not.toContain('JavaScript');
    const archive = polyglot(drawPaper());
    expect(archive.includes('run.js')).toBe(true);
    expect(await copyOf(archive)).not.toContain('run.js');
    const page = Buffer.concat([drawPaper(), Buffer.from('<script>alert(1)</script>')]);
    expect(await copyOf(page)).not.toContain('<script>');
  });

  it('is a paper again, with the same pages', async () => {
    const { copy, pages } = await papers.read(drawPaper({ pages: 3 }), 30);
    expect(pages).toBe(3);
    expect((await papers.read(copy, 30)).pages).toBe(3);
  });
});

describe('a page', () => {
  const inkOf = async (lines: string[]) => {
    const { copy } = await papers.read(drawPaper({ lines }), 30);
    const { bytes, width, height } = await papers.draw(copy, want);
    expect((await sharp(bytes).metadata()).format).toBe('jpeg');
    expect([width, height]).toEqual([826, 1169]);
    return 255 - (await sharp(bytes).greyscale().stats()).channels[0]!.mean;
  };

  it('shows Chinese whose font is not in the file', async () => {
    expect(await inkOf([])).toBeLessThan(0.01);
    expect(await inkOf(['青海省自学考试毕业证书'])).toBeGreaterThan(0.3);
  });

  it('is no larger than asked for, and there only as often as there are pages', async () => {
    const { copy } = await papers.read(drawPaper(), 30);
    const { height } = await papers.draw(copy, { ...want, longest: 300 });
    expect(height).toBe(300);
    await expect(papers.draw(copy, { ...want, page: 1 })).rejects.toMatchObject({
      code: 'document.unreadable',
    });
  });
});

describe('the workers', () => {
  it('stay within their memory and are there for the next file', async () => {
    let most = 0;
    const look = setInterval(() => {
      for (const pid of papers.pids()) most = Math.max(most, peakOf(pid));
    }, 10);
    expect(await fate(swollen())).toMatch(/^document.tooComplex/);
    expect(await fate(laughing())).toMatch(/^document.tooComplex/);
    clearInterval(look);
    expect(most).toBeGreaterThan(100);
    expect(most).toBeLessThan(900);
    expect(await fate(drawPaper())).toBe('accepted');
  });

  it('are ended when a file takes too long', async () => {
    const hasty = openPapers({ timeoutMs: 300 });
    expect(await fate(laughing(), hasty)).toMatch(/^document.tooComplex/);
    await hasty.close();
  });

  it('turn callers away when too many wait', async () => {
    const busy = openPapers({ queue: 1 });
    const fates = await Promise.all(Array.from({ length: 4 }, () => fate(drawPaper(), busy)));
    expect(fates.filter((one) => one.startsWith('overloaded'))).toHaveLength(2);
    await busy.close();
  });
});

/** Megabytes that a process has had in memory at most; 0 when it is gone. */
function peakOf(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}
