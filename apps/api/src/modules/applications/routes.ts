import * as contract from '@zikao/contract/applications/endpoints';
import { serve, type Server } from '#platform/serve';
import { agreeToRequirements } from './agree.ts';
import { beginApplication } from './begin.ts';
import { checkApplication } from './check.ts';
import { getRow } from './find.ts';
import { listKinds, showKind } from './kinds.ts';
import { listApplications } from './list.ts';
import { getApplicationOptions } from './options.ts';
import { getPaper } from './paper.ts';
import { saveApplicationDraft } from './save-draft.ts';
import { submitApplication } from './submit.ts';
import { applicationView } from './view.ts';
import { withdrawApplication } from './withdraw.ts';

export function routes(server: Server): void {
  serve(server, contract.listKinds, (ctx) => listKinds(ctx));
  serve(server, contract.getKind, showKind);
  serve(server, contract.listApplications, (ctx) => listApplications(ctx));
  serve(server, contract.beginApplication, beginApplication);
  serve(server, contract.getApplication, async (ctx, { params }) =>
    applicationView(ctx, await getRow(ctx, params.id)),
  );
  serve(server, contract.getApplicationOptions, getApplicationOptions);
  serve(server, contract.agreeToRequirements, agreeToRequirements);
  serve(server, contract.saveApplicationDraft, saveApplicationDraft);
  serve(server, contract.checkApplication, checkApplication);
  serve(server, contract.submitApplication, submitApplication);
  serve(server, contract.withdrawApplication, withdrawApplication);
  serve(server, contract.getPaper, getPaper);
}
