import { listMessages, readMessages } from '@zikao/contract/messages';
import { serve, type Server } from '#platform/serve';
import { list } from './list.ts';
import { read } from './read.ts';

export function routes(server: Server): void {
  serve(server, listMessages, (ctx, input) => list(ctx, input));
  serve(server, readMessages, (ctx) => read(ctx).then(() => undefined));
}
