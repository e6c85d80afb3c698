/** Draws once, however often it is asked for. */
export function kept(draw: () => Promise<Buffer>): () => Promise<Buffer> {
  let drawn: Promise<Buffer> | undefined;
  return () => (drawn ??= draw());
}
