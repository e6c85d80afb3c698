import sharp from 'sharp';

/**
 * For the process that opens what comes from outside. libvips knows many formats; three of them are photos of phones
 * and cameras, and only those are ever opened, from memory. Nothing is kept between pictures.
 */
export function openPhotosOnly(): void {
  sharp.cache(false);
  sharp.concurrency(1);
  sharp.block({ operation: ['VipsForeignLoad'] });
  sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp'].map((kind) => `VipsForeignLoad${kind}Buffer`) });
}
