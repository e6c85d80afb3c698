import { and, eq, isNotNull, ne } from 'drizzle-orm';
import { emit } from '#platform/act';
import type { Services } from '#platform/context';
import type { Listener } from '#platform/outbox';
import { removeFiles } from './store.ts';
import { pictures } from './tables.ts';

/**
 * Originals of photos are kept for the officer as long as review lasts; after approval the standard copies take their
 * places. First the rows, then, told by those rows' commit, the files: never a picture without one.
 */
export const listen: Listener = async (services, event) => {
  if (event.name === 'profile.approved') await shedOriginals(services, event.payload.candidate);
  if (event.name === 'photo.originalsUnused')
    await removeFiles(services, event.payload.candidate, event.payload.files);
};

async function shedOriginals(services: Services, candidate: string): Promise<void> {
  const { db, files, images } = services;
  const photos = await db
    .select()
    .from(pictures)
    .where(
      and(
        eq(pictures.owner, candidate),
        eq(pictures.kind, 'photo'),
        isNotNull(pictures.normalised),
        ne(pictures.normalised, pictures.file),
      ),
    );
  for (const { id, normalised } of photos) {
    const copy = await files.get(normalised!);
    const { width, height, bytes } = await images.measure(copy, { background: [255, 255, 255] });
    await db.update(pictures).set({ file: normalised!, width, height, bytes }).where(eq(pictures.id, id));
  }
  if (photos.length)
    await emit(services, 'photo.originalsUnused', { candidate, files: photos.map(({ file }) => file) });
}
