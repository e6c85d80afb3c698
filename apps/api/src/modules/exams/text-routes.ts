import * as contract from '@zikao/contract/texts';
import { serve, type Server } from '#platform/serve';
import { discardText, draftText, saveText } from './draft-text.ts';
import { listTexts } from './list-texts.ts';
import { listNotices } from './notices.ts';
import { publishText, unscheduleText, withdrawNotice } from './publish-text.ts';
import { showText } from './text-version.ts';

/** The province's texts, and the notices everybody reads. */
export function textRoutes(server: Server): void {
  serve(server, contract.listNotices, listNotices);
  serve(server, contract.listTexts, listTexts);
  serve(server, contract.getTextVersion, (ctx, { params }) => showText(ctx, params.text));
  serve(server, contract.draftText, draftText);
  serve(server, contract.saveText, saveText);
  serve(server, contract.discardText, discardText);
  serve(server, contract.publishText, publishText);
  serve(server, contract.unscheduleText, unscheduleText);
  serve(server, contract.withdrawNotice, withdrawNotice);
}
