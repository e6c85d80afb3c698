import type { Document } from '@zikao/contract/documents';
import type { Parsed } from '@zikao/contract/endpoint';
import type { uploadCaseDocument as endpoint } from '@zikao/contract/review';
import { type Signed, transaction } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { findKind } from '#modules/applications';
import { nameDocuments, uploadDocument } from '#modules/documents';
import { lease, requireClaim } from './claim.ts';
import { getHead } from './find.ts';

/** A paper the officer who holds the case scanned for it: kept as the candidate's, named by the submission at once. */
export async function uploadCaseDocument(
  ctx: Signed,
  { params: { queue, id }, query, body }: Parsed<typeof endpoint>,
): Promise<Document> {
  const { candidate, no } = await transaction(ctx, async (ctx) => {
    const head = await getHead(ctx, queue, id);
    if (!findKind(ctx, queue)) throw new Problem('conflict', '这类待办不需要上传材料。');
    await requireClaim(ctx, queue, id);
    await lease(ctx, queue, id); // lasts while the file is opened and drawn
    return head;
  });
  const document = await uploadDocument(ctx, query.name, Buffer.from(body), candidate);
  await transaction(ctx, async (ctx) => {
    await nameDocuments(ctx, { owner: candidate, subject: id, no, ids: [document.id] });
    await trace(ctx, { subject: `application:${id}`, candidate, why: '上传审核材料' });
  });
  return document;
}
