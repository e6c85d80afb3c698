import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import { drawPeople } from './draw-people.ts';
import { rate, ratesAt, tableOf } from './rates.ts';

const folder = mkdtempSync(join(tmpdir(), 'zikao-calibrate-'));
afterAll(() => rmSync(folder, { recursive: true }));

const calibrate = (...given: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, 'calibrate.ts'), ...given], { encoding: 'utf8' });

describe('the command', () => {
  it('says how it is used, and when there is nobody to compare', () => {
    expect(calibrate()).toMatchObject({ status: 2, stderr: expect.stringContaining('用法') });
    mkdirSync(join(folder, 'nobody'));
    expect(calibrate(folder)).toMatchObject({ status: 1, stderr: expect.stringContaining('没有可比对') });
  });

  it('compares every photo with every card, and names the pictures without a face', async () => {
    await drawPeople(folder, ['dina', 'elsa']);
    const blank = sharp({ create: { width: 480, height: 640, channels: 3, background: '#fff' } });
    writeFileSync(join(folder, 'nobody', '照片.jpg'), await blank.jpeg().toBuffer());
    const { status, stdout } = calibrate(folder);
    expect(status).toBe(0);
    expect(stdout).toContain('本人 6 对');
    expect(stdout).toContain('不同人 6 对');
    expect(stdout).toContain('未计入：nobody/照片.jpg');
    expect(stdout).toContain('| 0.56 | 0/6，0.00 %（至多 39 %） | 0/6，0.00 %（至多 39 %） |');
  });
});

describe('the rates', () => {
  it('count who is refused above and who is accepted up to a threshold', () => {
    const [low, high] = ratesAt({ same: [0.2, 0.5], different: [0.4, 0.5, 0.9] }, [0.4, 0.5]);
    expect([low!.refused.count, low!.accepted.count]).toEqual([1, 1]);
    expect([high!.refused.count, high!.accepted.count]).toEqual([0, 2]);
  });

  it('say how little a small sample proves', () => {
    expect(rate(0, 100).atMost).toBeCloseTo(0.037, 3);
    expect(rate(5, 100)).toMatchObject({ share: 0.05, atMost: expect.closeTo(0.112, 3) });
    expect(rate(0, 0).atMost).toBe(1);
    expect(tableOf(ratesAt({ same: [], different: [0.1] }, [0.5]))).toContain('| 0.50 | 0/0');
  });
});
