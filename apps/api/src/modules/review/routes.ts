import {
  claimCase,
  claimNext as claimNextCase,
  collectPhoto,
  decide as decideCase,
  getCase,
  getCounts,
  handOver as handOverLetter,
  listCases,
  recordVisit as recordCaseVisit,
  releaseCase,
  uploadCaseDocument as uploadForCase,
} from '@zikao/contract/review';
import { approveBulk, previewBulk } from '@zikao/contract/review-bulk';
import {
  claimAhead as claimCaseAhead,
  dismissNotice,
  getOwnWork,
  holdDecision,
  settleDecision,
  undoDecision,
} from '@zikao/contract/review-held';
import { getReasons, saveReasons as saveReasonList } from '@zikao/contract/review-reasons';
import { getStatistics } from '@zikao/contract/review-statistics';
import { listFrozenRecords } from '@zikao/contract/records';
import { serve, type Server } from '#platform/serve';
import { bulkApprove } from './approve-bulk.ts';
import { bulkPreview } from './bulk-preview.ts';
import { claim, release } from './claim.ts';
import { claimAhead, claimNext } from './claim-next.ts';
import { collect } from './collect.ts';
import { counts } from './counts.ts';
import { decide } from './decide.ts';
import { handOver } from './hand-over.ts';
import { hold } from './hold.ts';
import { list } from './list.ts';
import { listFrozen } from './list-frozen.ts';
import { dismiss } from './notices.ts';
import { ownWork } from './own-work.ts';
import { saveReasons, showReasons } from './reasons.ts';
import { settleNow } from './settle.ts';
import { show } from './show.ts';
import { statistics } from './statistics.ts';
import { undo } from './undo.ts';
import { uploadCaseDocument } from './upload-document.ts';
import { visit } from './visit.ts';

export function routes(server: Server): void {
  serve(server, getCounts, (ctx) => counts(ctx));
  serve(server, listCases, (ctx, input) => list(ctx, input));
  serve(server, getCase, (ctx, input) => show(ctx, input));
  serve(server, claimCase, (ctx, input) => claim(ctx, input));
  serve(server, releaseCase, (ctx, input) => release(ctx, input).then(() => undefined));
  serve(server, claimNextCase, async (ctx, { params }) => ({ id: await claimNext(ctx, params.queue) }));
  serve(server, decideCase, (ctx, input) => decide(ctx, input));
  serve(server, claimCaseAhead, async (ctx, { params }) => ({ id: await claimAhead(ctx, params.queue) }));
  serve(server, holdDecision, hold);
  serve(server, undoDecision, undo);
  serve(server, settleDecision, settleNow);
  serve(server, getOwnWork, (ctx) => ownWork(ctx));
  serve(server, dismissNotice, dismiss);
  serve(server, previewBulk, bulkPreview);
  serve(server, approveBulk, bulkApprove);
  serve(server, getStatistics, statistics);
  serve(server, getReasons, showReasons);
  serve(server, saveReasonList, saveReasons);
  serve(server, listFrozenRecords, listFrozen);
  serve(server, collectPhoto, (ctx, input) => collect(ctx, input));
  serve(server, recordCaseVisit, (ctx, input) => visit(ctx, input));
  serve(server, uploadForCase, (ctx, input) => uploadCaseDocument(ctx, input));
  serve(server, handOverLetter, (ctx, input) => handOver(ctx, input));
}
