import { join } from 'node:path';
import { checkKind } from '#platform/images-kind';
import type { Job, Measure, Measured, Normalise, Picture, PictureFault, Task } from '#platform/images-tasks';
import { openPool, type PoolFailure, type Reason } from '#platform/pool';
import { Problem } from '#platform/problem';

export { MAX_PICTURE_BYTES } from '#platform/images-kind';
export type { Measured, Normalise, Picture } from '#platform/images-tasks';

/**
 * Everything that decodes pictures of other people. `declared` is the content type or file name the sender gave.
 * Throws 'picture.*' for what is not one plain, whole JPEG, PNG or WebP picture of at most 15 MB and 40 million
 * pixels, and 'overloaded' when too many wait.
 */
export type Images = {
  /** The picture as it is stored: re-encoded, so that nothing but its pixels survives. */
  normalise(input: Buffer, want: Normalise, declared?: string): Promise<Picture>;
  /** Size and pixel measures of the picture as it was sent. */
  measure(input: Buffer, how: Measure, declared?: string): Promise<Measured>;
  pids(): number[];
  close(): Promise<void>;
};

interface Options {
  workers?: number;
  queue?: number;
  timeoutMs?: number;
  maxRssMb?: number;
}

/** Worker processes for pictures, started when first needed. */
export function openImages(options: Options = {}): Images {
  const pool = openPool<Job, Picture | Measured>({
    entry: join(import.meta.dirname, 'image-worker.ts'),
    workers: 2,
    queue: 64,
    timeoutMs: 10_000,
    maxRssMb: 700,
    ...options,
  });
  async function run(input: Buffer, task: Task, declared?: string) {
    checkKind(input, declared);
    return pool.run({ bytes: input, task }).catch(refuse);
  }
  return {
    async normalise(input, want, declared) {
      const picture = (await run(input, { normalise: want }, declared)) as Picture;
      return { ...picture, bytes: Buffer.from(picture.bytes) };
    },
    measure: async (input, how, declared) => (await run(input, { measure: how }, declared)) as Measured,
    pids: pool.pids,
    close: pool.close,
  };
}

const PROBLEMS: Record<Exclude<Reason, 'fault'>, () => Problem> = {
  busy: () => new Problem('overloaded'),
  noStart: () => new Problem('unexpected'),
  late: () => new Problem('picture.unreadable', '图片处理时间过长，请缩小图片后再上传。'),
  overMemory: () => new Problem('picture.tooManyPixels'),
  died: () => new Problem('picture.unreadable'),
};

function refuse(failure: PoolFailure): never {
  const { why, fault } = failure;
  throw why === 'fault' ? new Problem(fault as PictureFault) : PROBLEMS[why]();
}
