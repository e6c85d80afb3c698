import type { Raster } from '#src/decode';
import { sample } from '#src/sampling';
import { mostLikely, type Steps } from './ctc.ts';
import type { ReadingModels } from './models.ts';
import type { Rectangle } from './rectangle.ts';

const HEIGHT = 48;
// Twenty characters: the longest line of a card has eighteen.
const WIDEST = 960;

export type Line = { box: Rectangle; text: string; steps: Steps };

/** What a line says, with the probabilities it was read from. */
export async function recognise(
  { recogniser, characters }: ReadingModels,
  picture: Raster,
  box: Rectangle,
): Promise<Line> {
  const width = Math.max(16, Math.min(WIDEST, Math.round((box.width / box.height) * HEIGHT)));
  const { data, shape } = await recogniser(straightened(picture, box, width), [1, 3, HEIGHT, width]);
  const steps = { count: shape[1]!, size: shape[2]!, data };
  return { box, steps, text: mostLikely(steps, characters) };
}

// Blue first, from -1 to 1, as the model was trained.
function straightened(
  picture: Raster,
  { x, y, width, height, angle }: Rectangle,
  columns: number,
): Float32Array {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const count = columns * HEIGHT;
  const input = new Float32Array(3 * count);
  const samples = height > HEIGHT * 1.6 ? 2 : 1;
  const colour = new Float32Array(3);
  for (let row = 0; row < HEIGHT; row++)
    for (let column = 0; column < columns; column++) {
      colour.fill(0);
      for (let part = 0; part < samples * samples; part++) {
        const u = ((column + ((part % samples) + 0.5) / samples) / columns - 0.5) * width;
        const v = ((row + (Math.floor(part / samples) + 0.5) / samples) / HEIGHT - 0.5) * height;
        sample(picture, x + u * cos - v * sin, y + u * sin + v * cos, colour, 0, 1 / (samples * samples));
      }
      for (let c = 0; c < 3; c++) input[(2 - c) * count + row * columns + column] = colour[c]! / 127.5 - 1;
    }
  return input;
}
