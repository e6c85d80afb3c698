import { listAudit, verifyAudit } from '@zikao/contract/audit';
import { serve, type Server } from '#platform/serve';
import { list } from './list.ts';
import { verify } from './verify.ts';

export function routes(server: Server): void {
  serve(server, listAudit, (ctx, input) => list(ctx, input));
  serve(server, verifyAudit, (ctx) => verify(ctx));
}
