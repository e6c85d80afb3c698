import type { CardText } from '@zikao/contract/verification';
import type { Raster } from '#src/decode';
import { turned, type Turn } from '#src/raster';
import { logProbability } from './ctc.ts';
import { detectLines } from './detect.ts';
import { parseEmblemSide } from './emblem-side.ts';
import { openReadingModels } from './models.ts';
import { parsePortraitSide, type PortraitSide } from './portrait-side.ts';
import { recognise, type Line } from './recognise.ts';
import type { Rectangle } from './rectangle.ts';
import { rowsOf, type Row } from './rows.ts';

/** A side as it was read, and how it had to be turned for that. */
export type Read<Side> = { side: Side; turn: Turn; upright: Raster };

export interface Reader {
  portraitSide(picture: Raster): Promise<Read<PortraitSide>>;
  emblemSide(picture: Raster): Promise<Read<CardText>>;
  /** How much less likely the name line spells `declared` than what was read, per character: 0 for the same. */
  nameCost(name: NonNullable<PortraitSide['name']>, declared: string): number;
}

/** So many fields are not read by chance from a card that is not upright. */
const LEGIBLE = 2;

/** Above this share of its height the emblem side has a heading only, which need not be read. */
const HEADING = 0.5;

/** Reads identity cards; a card that lies on its side or on its head is turned until it can be read. */
export async function openReader(): Promise<Reader> {
  const models = await openReadingModels();
  const numbers = new Map(models.characters.map((character, number) => [character, number]));

  async function linesOf(picture: Raster, boxes: Rectangle[]): Promise<Line[]> {
    const lines: Line[] = [];
    for (const box of boxes) lines.push(await recognise(models, picture, box));
    return lines.filter(({ text }) => text);
  }

  async function read<Side>(
    picture: Raster,
    parse: (rows: Row[]) => Side,
    from: number,
    fieldsOf: (side: Side) => CardText,
  ): Promise<Read<Side>> {
    const count = ({ side }: Read<Side>) => Object.keys(fieldsOf(side)).length;
    let boxes = await detectLines(models.detector, picture);
    const turns: Turn[] = liesOnItsSide(boxes) ? [90, 270] : [0, 180];
    let best: Read<Side> | undefined;
    for (const turn of turns) {
      const upright = await turned(picture, turn);
      if (turn !== 0) boxes = await detectLines(models.detector, upright);
      const below = ({ y }: Rectangle) => y >= from * upright.height;
      const found = { side: parse(rowsOf(await linesOf(upright, boxes.filter(below)))), turn, upright };
      if (!best || count(found) > count(best)) best = found;
      if (count(best) >= LEGIBLE) break;
    }
    return best!;
  }

  return {
    portraitSide: (picture) => read(picture, parsePortraitSide, 0, ({ text }) => text),
    emblemSide: (picture) => read(picture, parseEmblemSide, HEADING, (text) => text),
    nameCost({ line, label }, declared) {
      const spelled = (text: string) =>
        logProbability(
          line.steps,
          [...text].map((character) => numbers.get(character)),
        );
      return (spelled(line.text) - spelled(label + declared)) / [...declared].length;
    },
  };
}

const liesOnItsSide = (boxes: Rectangle[]) =>
  boxes.filter(({ angle }) => Math.abs(angle) > Math.PI / 4).length > boxes.length / 2;
