import { judge, sizeValues, type Judgement, type PhotoProfile } from '@zikao/contract/measures';
import type { Images, Normalise } from '#platform/images';
import { Problem } from '#platform/problem';

/** What 提交验证 looks at. */
export interface VerificationInput {
  photo: Buffer;
  cardPortrait?: Buffer;
  profile: PhotoProfile;
  declared: { name: string; idNumber: string };
}

/** The verification port. Throws `photo.unavailable` when it cannot answer: then no try is counted. */
export interface Verifier {
  verify(input: VerificationInput): Promise<Judgement>;
}

/** The local verifier: size and pixels of the photo against the profile's limits, without any network. */
export function openVerifier(images: Images): Verifier {
  return {
    async verify({ photo, profile }) {
      const measured = await images.measure(photo, { background: profile.background.rgb }).catch(unavailable);
      return judge(profile, { ...sizeValues(profile, measured), ...measured.pixels });
    },
  };
}

/** How the copy of a passed photo is stored: exactly the size, density and largest file size of the profile. */
export function standardCopy({ width, height, dpi, maxBytes }: PhotoProfile): Normalise {
  const size = { maxWidth: width, maxHeight: height, exact: true, dpi };
  return { ...size, format: 'jpeg', quality: 92, ...(maxBytes !== undefined && { maxBytes }) };
}

// The service is busy or down: that is not the photo's fault. A broken picture is, and says so itself.
function unavailable(error: unknown): never {
  if (error instanceof Problem && error.code === 'overloaded') throw new Problem('photo.unavailable');
  throw error;
}
