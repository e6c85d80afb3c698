import * as contract from '@zikao/contract/enrolments';
import { serve, type Server } from '#platform/serve';
import { agreeToProspectus } from './agree.ts';
import { beginEnrolment } from './begin.ts';
import { checkEnrolment } from './check.ts';
import { getEnrolment } from './get.ts';
import { listEnrolments } from './list.ts';
import { getEnrolmentOptions } from './options.ts';
import { saveEnrolmentDraft } from './save-draft.ts';
import { submitEnrolment } from './submit.ts';

export function routes(server: Server): void {
  serve(server, contract.getEnrolment, (ctx) => getEnrolment(ctx));
  serve(server, contract.beginEnrolment, (ctx) => beginEnrolment(ctx));
  serve(server, contract.agreeToProspectus, agreeToProspectus);
  serve(server, contract.getEnrolmentOptions, getEnrolmentOptions);
  serve(server, contract.saveEnrolmentDraft, saveEnrolmentDraft);
  serve(server, contract.checkEnrolment, (ctx) => checkEnrolment(ctx));
  serve(server, contract.submitEnrolment, (ctx) => submitEnrolment(ctx));
  serve(server, contract.listEnrolments, (ctx) => listEnrolments(ctx));
}
