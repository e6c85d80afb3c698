import * as contract from '@zikao/contract/score-office';
import { serve, type Server } from '#platform/serve';
import { acceptBatch } from './accept-batch.ts';
import { checkBatch } from './check-batch.ts';
import { confirmRelease, withdrawRelease } from './decide-release.ts';
import { discardBatch } from './discard-batch.ts';
import { faultsFile, missingFile } from './files.ts';
import { listChanges } from './list-changes.ts';
import { listFaults } from './list-faults.ts';
import { listMissing } from './list-missing.ts';
import { officeSession, officeSessions } from './office-sessions.ts';
import { proposeRelease } from './propose-release.ts';
import { statistics } from './statistics.ts';
import { uploadBatch } from './upload-batch.ts';
import { viewBatch } from './view-batch.ts';

/** The province's work on scores: import, statistics, publication by two persons. */
export function officeRoutes(server: Server): void {
  serve(server, contract.listScoreSessions, (ctx) => officeSessions(ctx));
  serve(server, contract.getScoreSession, (ctx, { params }) => officeSession(ctx, params.session));
  serve(server, contract.uploadScores, uploadBatch);
  serve(server, contract.getScoreBatch, (ctx, { params }) => viewBatch(ctx, params.batch));
  serve(server, contract.checkScoreBatch, checkBatch);
  serve(server, contract.listScoreFaults, listFaults);
  serve(server, contract.downloadScoreFaults, faultsFile);
  serve(server, contract.listScoreChanges, listChanges);
  serve(server, contract.acceptScoreBatch, acceptBatch);
  serve(server, contract.discardScoreBatch, discardBatch);
  serve(server, contract.getScoreStatistics, (ctx, { params }) => statistics(ctx, params.session));
  serve(server, contract.listMissingScores, listMissing);
  serve(server, contract.downloadMissingScores, missingFile);
  serve(server, contract.proposeRelease, proposeRelease);
  serve(server, contract.confirmRelease, confirmRelease);
  serve(server, contract.withdrawRelease, withdrawRelease);
}
