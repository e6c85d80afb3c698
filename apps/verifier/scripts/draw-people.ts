import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawIdCard, drawPortrait, FACES, faults, type Face } from '@zikao/pictures';

/** A folder for `calibrate.ts`: each person's photo, and the card three times, clean and photographed worse and worse. */
export async function drawPeople(folder: string, faces: readonly Face[] = FACES): Promise<void> {
  for (const face of faces) {
    mkdirSync(join(folder, face), { recursive: true });
    const save = (name: string, file: Buffer) => writeFileSync(join(folder, face, name), file);
    const card = await drawIdCard({
      side: 'portrait',
      name: '样例',
      idNumber: '630103199903081220',
      sex: '女',
      face,
    });
    save('照片.jpg', await drawPortrait({ seed: 1, sex: 'female', face }));
    save('身份证-清晰.jpg', card);
    save(
      '身份证-一般.jpg',
      await faults.captured(card, { width: 900, turn: 2.5, blur: 0.7, grain: 6, light: 0.85 }),
    );
    save(
      '身份证-较差.jpg',
      await faults.captured(card, { width: 640, turn: -3, blur: 0.9, grain: 9, light: 0.7 }),
    );
  }
}

if (import.meta.main) await drawPeople(process.argv[2]!);
