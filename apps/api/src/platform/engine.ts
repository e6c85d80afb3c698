import { join } from 'node:path';
import { sizeValues } from '@zikao/contract/measures';
import type { CardText, EngineAnswer, EngineJob } from '@zikao/contract/verification';
import { openPool } from '#platform/pool';
import type { Examiner } from '#platform/verification';

/** Our own examiner, in processes of their own (apps/verifier): faces, pixels and cards. */
export interface Engine {
  examine: Examiner;
  /** What is legible on a card's sides. Throws when no answer comes about. */
  read(sides: { cardPortrait: Buffer; cardEmblem?: Buffer }): Promise<CardText>;
  /** Not known to be unable to start. */
  up(): boolean;
  pids(): number[];
  close(): Promise<void>;
}

interface Options {
  workers: number;
  /** Another program than ours, for tests. */
  entry?: string;
  timeoutMs?: number;
  /** Beyond that a process is ended; it takes about 700 MB. */
  maxRssMb?: number;
  onChange?(up: boolean): void;
}

const PROGRAM = join(import.meta.dirname, '../../../verifier/src/main.ts');

/** Engines stand ready from now on; one that ends is started again, and one that cannot start is tried again and again. */
export function openEngine({ workers, onChange = () => {}, ...given }: Options): Engine {
  let standing: boolean | undefined;
  const pool = openPool<EngineJob, EngineAnswer>({
    entry: PROGRAM,
    timeoutMs: 20_000,
    maxRssMb: 1_200,
    ...given,
    workers,
    queue: 2 * workers,
    standing: true,
    patient: true,
    onChange(up) {
      if (standing !== up) onChange((standing = up));
    },
  });
  return {
    async examine({ photo, size, cardPortrait, cardEmblem, known, profile, declared, today }) {
      const background = profile.background.rgb;
      const cards = {
        ...(cardPortrait && { cardPortrait }),
        ...(cardEmblem && { cardEmblem }),
        ...(known && { known }),
      };
      const answer = await pool.run({ kind: 'photo', photo, ...cards, declared, background, today });
      return { ...answer, values: { ...sizeValues(profile, size), ...answer.values } };
    },
    async read(sides) {
      const { card = {} } = await pool.run({ kind: 'card', ...sides });
      return card;
    },
    up: () => standing !== false,
    pids: pool.pids,
    close: pool.close,
  };
}
