import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { keepForAMinute } from './kept.ts';
import { openTicket, type OpenTicket } from './open-ticket.ts';

/** Sharp enough to be printed from the browser, and for a phone to read the code on it. */
const PICTURE = { longest: 2400, dpi: 200, quality: 80 };
/** More at once and the pictures of a busy minute would keep people from uploading their files. */
const MOST_AT_ONCE = 24;

const drawn = keepForAMinute<Buffer>(200);
let drawing = 0;

/** A page of the paper as it comes out of the printer: the same file, drawn. `page` from 1. */
export async function drawTicketPage(ctx: Signed, id: string, page: number): Promise<Buffer<ArrayBuffer>> {
  const ticket = await openTicket(ctx, id);
  if (page > pagesOf(ticket)) throw new Problem('notFound');
  return Buffer.from(await drawn(keyOf(ticket, page), () => draw(ctx, ticket, page)));
}

/** The first page says everything of the person, the rules follow. */
export const pagesOf = ({ rules }: Pick<OpenTicket, 'rules'>): number => (rules ? 2 : 1);

// The rules look the same for everybody: drawn once a minute.
const keyOf = ({ key, rules }: OpenTicket, page: number) => (page === 1 ? key : `rules ${rules?.id}`);

async function draw(ctx: Signed, { printed }: OpenTicket, page: number): Promise<Buffer> {
  if (drawing >= MOST_AT_ONCE) throw new Problem('overloaded', { retryAfter: 3 });
  drawing++;
  try {
    const { bytes } = await ctx.papers.draw(printed.pdf, { ...PICTURE, page: page - 1 });
    return bytes;
  } finally {
    drawing--;
  }
}
