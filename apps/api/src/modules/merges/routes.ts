import * as contract from '@zikao/contract/merges';
import { serve, type Server } from '#platform/serve';
import { compareNumbers } from './compare.ts';
import { findNumbers } from './find-numbers.ts';
import { mergeNumbers } from './merge.ts';
import { undoMerge } from './undo.ts';
import { listMerges, openMerge } from './view.ts';

export function routes(server: Server): void {
  serve(server, contract.findNumbers, findNumbers);
  serve(server, contract.compareNumbers, compareNumbers);
  serve(server, contract.mergeNumbers, mergeNumbers);
  serve(server, contract.listMerges, listMerges);
  serve(server, contract.getMerge, (ctx, { params }) => openMerge(ctx, params.id));
  serve(server, contract.undoMerge, undoMerge);
}
