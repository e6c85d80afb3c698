import { z } from 'zod';
import type { MeasureValues } from './measures.ts';
import type { Rgb } from './pixel-measures-colour.ts';

/** A point of a picture in shares of its width and height, from the top left: it fits every size of the picture. */
export const Point = z.object({ x: z.number(), y: z.number() });
export type Point = z.output<typeof Point>;
export const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.output<typeof Box>;

/** Where the face is in a photo: what guidance and the officer's overlay draw. Heights are shares of the picture's. */
export const FaceMarks = z.object({
  /** From cheek to cheek and from hairline to chin. */
  box: Box,
  /** Middles of the eyes, the picture's left one first. */
  eyes: z.tuple([Point, Point]),
  /** Top of the head and its hair (头顶发际), from the proportions of the face; its end is `box.y`. */
  crown: z.number(),
  chin: z.number(),
});
export type FaceMarks = z.output<typeof FaceMarks>;

/** What was read on an ID card; left out: not legible. Personal data: sealed at rest, never in logs. */
export const CardText = z.object({
  name: z.string().optional(),
  sex: z.string().optional(),
  nation: z.string().optional().describe('如 汉、藏；不带“族”字'),
  birthDate: z.iso.date().optional(),
  address: z.string().optional(),
  idNumber: z.string().optional(),
  authority: z.string().optional().describe('签发机关'),
  validFrom: z.iso.date().optional(),
  validUntil: z.union([z.iso.date(), z.literal('长期')]).optional(),
});
export type CardText = z.output<typeof CardText>;

/** What an engine of the verifier is asked: everything of 提交验证, or only to read a card. */
export type EngineJob =
  | {
      kind: 'photo';
      photo: Uint8Array;
      cardPortrait?: Uint8Array;
      cardEmblem?: Uint8Array;
      declared: { name: string; idNumber: string };
      /** Words of a side that was read before, and so is left out. */
      known?: CardText;
      /** Colour the photo profile asks for. */
      background: Rgb;
      /** The day the card's validity is compared with, ISO. */
      today: string;
    }
  | { kind: 'card'; cardPortrait?: Uint8Array; cardEmblem?: Uint8Array };

/** Values only: the limits, and so the verdict, are the province's and are applied by whoever asked. */
export interface EngineAnswer {
  values: MeasureValues;
  /** The photo's face, when there is exactly one. */
  face?: FaceMarks;
  /** The face on the card's portrait side, in shares of that picture. */
  cardFace?: Box;
  card?: CardText;
}
