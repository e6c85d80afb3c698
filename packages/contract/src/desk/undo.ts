import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { Id } from '../list.ts';
import { OwnDeskRequest } from './shapes.ts';

const tag = '账号';

/** Letters of an undo code: none that is taken for another. */
export const UNDO_LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** As in the message to the old number; small letters, spaces and hyphens do not matter. */
export const UndoCode = z
  .string({ error: '请填写短信里的撤销码' })
  .transform((typed) => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, ''))
  .refine(
    (code) => code.length === 10 && [...code].every((sign) => UNDO_LETTERS.includes(sign)),
    '撤销码是 10 位字母和数字，请按短信填写',
  );

export const listOwnDeskRequests = endpoint({
  method: 'GET',
  path: '/account/office-requests',
  access: 'candidate.account',
  tag,
  summary: '考区为我的账号办理的更换手机号、释放身份证号',
  returns: z.object({ items: z.array(OwnDeskRequest) }),
});
export const undoOwnDeskRequest = endpoint({
  method: 'POST',
  path: '/account/office-requests/:id/undo',
  access: 'candidate.account',
  tag,
  summary: '不是我本人办理的：生效前撤销',
  params: z.object({ id: Id }),
  problems: ['notFound', 'conflict', 'desk.decided'],
});
/** Without signing in: whoever lost nothing but is about to lose the account has its phone, and perhaps no password. */
export const readUndo = endpoint({
  method: 'POST',
  path: '/undo-codes',
  access: 'public',
  tag,
  summary: '按短信里的撤销码查看将要生效的事项',
  body: z.object({ code: UndoCode }),
  returns: OwnDeskRequest.omit({ id: true }),
  problems: ['desk.undoCodeWrong', 'signIn.tooMany'],
});
export const undoByCode = endpoint({
  method: 'POST',
  path: '/undo-codes/use',
  access: 'public',
  tag,
  summary: '按短信里的撤销码撤销',
  body: z.object({ code: UndoCode }),
  returns: OwnDeskRequest.omit({ id: true }),
  problems: ['desk.undoCodeWrong', 'signIn.tooMany', 'conflict', 'desk.decided'],
});
