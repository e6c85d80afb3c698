import * as contract from '@zikao/contract/desk/index';
import { serve, type Server } from '#platform/serve';
import { find } from './find.ts';
import { list } from './list.ts';
import { listOwn } from './owner.ts';
import { receipt } from './receipt.ts';
import { register, renew } from './register.ts';
import { changePhone, release } from './request.ts';
import { confirm, refuse } from './second-look.ts';
import { sendDeskCode } from './send-code.ts';
import { show } from './show.ts';
import { takePicture } from './take-picture.ts';
import { readUndo, undoByCode } from './undo-by-code.ts';
import { undoByOffice, undoByOwner } from './undo.ts';

export function routes(server: Server): void {
  serve(server, contract.findPeople, find);
  serve(server, contract.getPerson, (ctx, { params }) => show(ctx, params.id));
  serve(server, contract.sendDeskCode, (ctx, { body }) => sendDeskCode(ctx, body));
  serve(server, contract.requestPhoneChange, changePhone);
  serve(server, contract.requestRelease, release);

  serve(server, contract.registerAtDesk, register);
  serve(server, contract.renewPaperCode, renew);
  serve(server, contract.takePicture, takePicture);
  serve(server, contract.getReceipt, (ctx, { params }) => receipt(ctx, params.id));

  serve(server, contract.listDeskRequests, list);
  serve(server, contract.confirmDeskRequest, (ctx, { params }) => confirm(ctx, params.id));
  serve(server, contract.refuseDeskRequest, (ctx, { params, body }) => refuse(ctx, params.id, body.reason));
  serve(server, contract.undoDeskRequest, (ctx, { params, body }) =>
    undoByOffice(ctx, params.id, body.reason),
  );

  serve(server, contract.listOwnDeskRequests, listOwn);
  serve(server, contract.undoOwnDeskRequest, (ctx, { params }) => undoByOwner(ctx, params.id));
  serve(server, contract.readUndo, (ctx, { body }) => readUndo(ctx, body.code));
  serve(server, contract.undoByCode, (ctx, { body }) => undoByCode(ctx, body.code));
}
