import { eq } from 'drizzle-orm';
import { admissionNumbersOf } from '#modules/identity';
import type { Ctx } from '#platform/context';
import { findFile } from './own-profile.ts';
import { profiles } from './tables.ts';

export interface PersonOnFile {
  name: string;
  /** GB/T 2261.1: `1` male, `2` female. */
  sex: string;
  idNumber: string;
  admissionNumber?: string;
  /** The photo of the file, as a picture's id. */
  photo?: string;
}

/** What the file says of a person today. Throws `notFound` for whoever has none. */
export async function personOnFile(ctx: Pick<Ctx, 'db' | 'keys'>, candidate: string): Promise<PersonOnFile> {
  const { row, answers } = await findFile(ctx, eq(profiles.id, candidate));
  const [admissionNumber] = await admissionNumbersOf(ctx, candidate);
  const { name, sex, idNumber } = answers as { name: string; sex: string; idNumber: string };
  return {
    name,
    sex,
    idNumber,
    ...(admissionNumber && { admissionNumber }),
    ...(row.photo && { photo: row.photo }),
  };
}
