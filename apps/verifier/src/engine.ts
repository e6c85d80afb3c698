import { measureFaces, realFaces } from '@zikao/contract/face-measures';
import { measurePixels } from '@zikao/contract/pixel-measures';
import { shrinkTo } from '@zikao/contract/pixel-measures-regions';
import type { CardText, EngineAnswer, EngineJob } from '@zikao/contract/verification';
import { findCardFace, type CardFace } from './card-face.ts';
import { decode, type Raster } from './decode.ts';
import { chipOf } from './faces/chip.ts';
import { distance, openDescriptor, type Descriptor } from './faces/descriptor.ts';
import { openFaces } from './faces/find.ts';
import { Fault } from './fault.ts';
import { identityValues } from './identity.ts';
import { openReader } from './reading/read.ts';

/** The largest photo that is measured as it was filed; a larger one is shrunk first, to keep time and memory small. */
const LONGEST_PHOTO = 2560;
const LONGEST_CARD = 1280;
/** Faces are looked for at the size of the standard, in the same pixels as in the browser. */
const FACE_WIDTH = 480;

type PhotoJob = Extract<EngineJob, { kind: 'photo' }>;
type ReadCard = { text: CardText; face?: CardFace; nameCost?: number };

/** The models, loaded once, and the one thing done with them: pictures in, values out. Throws `Fault` for a bad picture. */
export interface Engine {
  run(job: EngineJob): Promise<EngineAnswer>;
}

export async function openEngine(): Promise<Engine> {
  const find = await openFaces();
  const describe = openDescriptor();
  const reader = await openReader();

  async function readCard(
    { cardPortrait, cardEmblem }: EngineJob,
    onFault: (fault: unknown) => undefined,
    { name, known }: { name?: string; known?: CardText } = {},
  ): Promise<ReadCard> {
    const card: ReadCard = { text: { ...known } };
    const portrait = cardPortrait && (await decode(cardPortrait, LONGEST_CARD).catch(onFault));
    if (portrait) {
      const { side, turn, upright } = await reader.portraitSide(portrait);
      const face = await findCardFace(find, upright, turn);
      Object.assign(card.text, side.text);
      if (face) card.face = face;
      if (name && side.name) card.nameCost = reader.nameCost(side.name, name);
    }
    const emblem = cardEmblem && (await decode(cardEmblem, LONGEST_CARD).catch(onFault));
    if (emblem) Object.assign(card.text, (await reader.emblemSide(emblem)).side);
    return card;
  }

  async function verify(job: PhotoJob): Promise<EngineAnswer> {
    const photo = await decode(job.photo, LONGEST_PHOTO);
    const small = { ...shrinkTo(photo, FACE_WIDTH), channels: 3 } satisfies Raster;
    const found = await find(small);
    const { values: geometry, face } = measureFaces(found, small.width, small.height);
    const card = await readCard(job, ignoreFault, {
      name: job.declared.name,
      ...(job.known && { known: job.known }),
    });
    const between =
      face && card.face && (await apart({ picture: small, mesh: realFaces(found)[0]!.mesh }, card.face));
    return {
      values: {
        ...geometry,
        ...measurePixels(photo, job.background, face),
        cardFace: card.face ? 1 : 0,
        ...(between !== undefined && { faceDistance: between, cardCopy: between }),
        ...identityValues(card.text, job.declared, card.nameCost, job.today),
      },
      ...(face && { face }),
      ...(card.face && { cardFace: card.face.box }),
      card: card.text,
    };
  }

  async function apart(...faces: [Portrait, Portrait]): Promise<number> {
    const descriptors: Descriptor[] = [];
    for (const { picture, mesh } of faces) descriptors.push(await describe(chipOf(picture, mesh)));
    return distance(descriptors[0]!, descriptors[1]!);
  }

  return {
    async run(job) {
      if (job.kind === 'photo') return verify(job);
      const { text, face } = await readCard(job, rethrow);
      return { values: {}, ...(face && { cardFace: face.box }), card: text };
    },
  };
}

type Portrait = Pick<CardFace, 'picture' | 'mesh'>;

// Beside a photo, a card that cannot be opened is a card that cannot be read: the officer decides.
function ignoreFault(error: unknown): undefined {
  if (!(error instanceof Fault)) throw error;
}

function rethrow(error: unknown): never {
  throw error;
}
