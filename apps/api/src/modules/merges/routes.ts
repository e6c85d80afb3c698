import * as contract from '@zikao/contract/merges';
import { serve, type Server } from '#platform/serve';
import { trace } from '#platform/trace';
import { compareNumbers } from './compare.ts';
import { findNumbers } from './find-numbers.ts';
import { mergeNumbers } from './merge.ts';
import { undoMerge } from './undo.ts';
import { getMergeView, listMerges } from './view.ts';

export function routes(server: Server): void {
  serve(server, contract.findNumbers, findNumbers);
  serve(server, contract.compareNumbers, compareNumbers);
  serve(server, contract.mergeNumbers, mergeNumbers);
  serve(server, contract.listMerges, listMerges);
  serve(server, contract.getMerge, async (ctx, { params: { id } }) => {
    const merge = await getMergeView(ctx, id);
    await trace(ctx, { subject: `merge:${id}`, why: '查看合档' });
    return merge;
  });
  serve(server, contract.undoMerge, undoMerge);
}
