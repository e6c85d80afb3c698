import { checkKind } from '#platform/images-kind';
import { openPool, type PoolOptions } from '#platform/images-pool';
import type { Measure, Measured, Normalise, Picture, Task } from '#platform/images-tasks';

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

/** Opens the worker processes. */
export function openImages(options: PoolOptions = {}): Images {
  const pool = openPool(options);
  async function run(input: Buffer, task: Task, declared?: string) {
    checkKind(input, declared);
    return pool.run({ bytes: input, task });
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
