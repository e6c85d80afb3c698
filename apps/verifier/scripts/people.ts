import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realFaces } from '@zikao/contract/face-measures';
import { shrinkTo } from '@zikao/contract/pixel-measures-regions';
import { findCardFace } from '#src/card-face';
import { decode } from '#src/decode';
import { chipOf } from '#src/faces/chip';
import { distance, openDescriptor, type Descriptor } from '#src/faces/descriptor';
import { openFaces } from '#src/faces/find';
import type { Distances } from './rates.ts';

type Picture = { person: string; file: string; kind: 'photo' | 'card' };

/**
 * Every photo of a folder against every card in it. One folder per person, with pictures named 照片… and 身份证…
 * (the portrait side, upright). Descriptors live only until their distances are known.
 */
export async function compareFolder(folder: string): Promise<Distances & { without: string[] }> {
  const find = await openFaces();
  const describe = openDescriptor();
  const without: string[] = [];
  const known: (Picture & { descriptor: Descriptor })[] = [];
  for (const picture of picturesIn(folder)) {
    const raster = await decode(readFileSync(join(folder, picture.person, picture.file)), 1280);
    const small = { ...shrinkTo(raster, 480), channels: 3 } as const;
    const face =
      picture.kind === 'card'
        ? await findCardFace(find, raster, 0)
        : { picture: small, mesh: realFaces(await find(small))[0]?.mesh };
    if (face?.mesh) known.push({ ...picture, descriptor: await describe(chipOf(face.picture, face.mesh)) });
    else without.push(`${picture.person}/${picture.file}`);
  }
  const found: Distances = { same: [], different: [] };
  for (const photo of known.filter(({ kind }) => kind === 'photo'))
    for (const card of known.filter(({ kind }) => kind === 'card'))
      found[photo.person === card.person ? 'same' : 'different'].push(
        distance(photo.descriptor, card.descriptor),
      );
  return { ...found, without };
}

function picturesIn(folder: string): Picture[] {
  const people = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return people.flatMap(({ name: person }) =>
    readdirSync(join(folder, person))
      .filter((file) => /\.(jpe?g|png|webp)$/i.test(file) && /^(照片|身份证)/.test(file))
      .toSorted()
      .map((file) => ({ person, file, kind: file.startsWith('照片') ? 'photo' : 'card' }) as const),
  );
}
