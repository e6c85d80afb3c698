import * as contract from '@zikao/contract/records';
import { requireReach } from '#modules/candidates';
import { serve, type Server } from '#platform/serve';
import { trace } from '#platform/trace';
import { restoreRecord } from './restore.ts';
import { showRecord } from './show-record.ts';

export function routes(server: Server): void {
  serve(server, contract.getRecord, (ctx) => showRecord(ctx, ctx.actor.id));
  serve(server, contract.getRecordOf, async (ctx, { params: { id } }) => {
    await requireReach(ctx, id);
    await trace(ctx, { subject: `record:${id}`, candidate: id, why: '查看考籍' });
    return showRecord(ctx, id);
  });
  serve(server, contract.restoreRecord, restoreRecord);
}
