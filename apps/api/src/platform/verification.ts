import {
  judge,
  sizeValues,
  type Judgement,
  type MeasureValues,
  type PhotoProfile,
} from '@zikao/contract/measures';
import type { Box, CardText, FaceMarks } from '@zikao/contract/verification';
import type { Images, Normalise } from '#platform/images';
import { Problem } from '#platform/problem';

/** What 提交验证 looks at. `today`: ISO, the day a card's validity is compared with. */
export interface VerificationInput {
  photo: Buffer;
  /** Of the photo as it is stored. */
  size: { width: number; height: number; bytes: number };
  cardPortrait?: Buffer;
  cardEmblem?: Buffer;
  /** What was read on the emblem side before, which is then left out. */
  known?: CardText;
  profile: PhotoProfile;
  declared: { name: string; idNumber: string };
  today: string;
}

/** What an examiner found: values, never a verdict. */
export interface Findings {
  values: MeasureValues;
  face?: FaceMarks;
  cardFace?: Box;
  card?: CardText;
}

/** Looks at a photo in its own way: our engine, or a foreign service. Throws when it cannot answer. */
export type Examiner = (input: VerificationInput) => Promise<Findings>;

export interface Verified {
  judgement: Judgement;
  card?: CardText;
}

/** The verification port. Throws `photo.unavailable` when it cannot answer: then no try is counted. */
export interface Verifier {
  verify(input: VerificationInput): Promise<Verified>;
  readCard(sides: { cardPortrait: Buffer; cardEmblem?: Buffer }): Promise<CardText>;
}

/** Asks one examiner after the other; what fails the limits already is not shown to the next. */
export function openVerifier(
  examiners: readonly Examiner[],
  read: Verifier['readCard'] = unavailable,
): Verifier {
  return {
    readCard: (sides) => read(sides).catch(unavailable),
    async verify(input) {
      const found: Findings = { values: {} };
      let judgement = judge(input.profile, {});
      for (const examine of examiners) {
        const { values, ...seen } = await examine(input).catch(unavailable);
        Object.assign(found, seen, { values: { ...found.values, ...values } });
        const { face, cardFace } = found;
        judgement = judge(input.profile, found.values, {
          ...(face && { face }),
          ...(cardFace && { cardFace }),
        });
        if (judgement.verdict === 'fail') break;
      }
      return { judgement, ...(found.card && { card: found.card }) };
    },
  };
}

/** Size and pixels of the photo only: what is measured without an engine. */
export function pixelExaminer(images: Images): Examiner {
  return async ({ photo, profile }) => {
    const measured = await images.measure(photo, { background: profile.background.rgb });
    return { values: { ...sizeValues(profile, measured), ...measured.pixels } };
  };
}

/** How the copy of a passed photo is stored: exactly the size and density, and within the file sizes, of the profile. */
export function standardCopy({ width, height, dpi, minBytes, maxBytes }: PhotoProfile): Normalise {
  const size = { maxWidth: width, maxHeight: height, exact: true, dpi };
  const fileSize = {
    ...(minBytes !== undefined && { minBytes }),
    ...(maxBytes !== undefined && { maxBytes }),
  };
  return { ...size, ...fileSize, format: 'jpeg', quality: 92 };
}

async function unavailable(): Promise<never> {
  throw new Problem('photo.unavailable');
}
