import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { generatePath, Link, useNavigate } from 'react-router';
import {
  discardText,
  draftText,
  getTextVersion,
  listTexts,
  type TextVersion,
  unscheduleText,
} from '@zikao/contract/texts';
import { call, newKey } from '#api/client';
import { keyOf, query } from '#api/query';
import { Problem } from '#forms/Problem';
import { paths } from '#paths';
import { Button } from '#ui/Button';
import { Dialog } from '#ui/Dialog';
import { showToast } from '#ui/Toast';
import { PublishDialog } from './PublishDialog.tsx';
import { WithdrawDialog } from './WithdrawDialog.tsx';

type Asking = 'publish' | 'withdraw' | 'discard';

/** What can be done with a version, by its state. */
export function Acts({ text, unsaved }: { text: TextVersion; unsaved: boolean }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState<Asking>();
  const [key] = useState(newKey);
  const params = { text: text.id };
  const ifMatch = { ifMatch: text.version };
  const change = useMutation({ mutationFn: (act: () => Promise<unknown>) => act() });
  const renew = () => client.invalidateQueries({ queryKey: keyOf(listTexts) });

  async function draftNext() {
    const { kind, title, body, series } = text;
    const of = kind === 'notice' ? { of: series } : {};
    const made = await call(draftText, { body: { kind, title, body, ...of } }, { key });
    void renew();
    void navigate(generatePath(paths.text, { text: made.id }));
  }
  async function unschedule() {
    const draft = await call(unscheduleText, { params }, ifMatch);
    client.setQueryData(query(getTextVersion, { params }).queryKey, draft);
    void renew();
    showToast('已退回草稿');
  }
  async function discard() {
    await call(discardText, { params }, ifMatch);
    void renew();
    showToast('草稿已删除');
    void navigate(paths.texts);
  }
  const { state, kind } = text;
  return (
    <>
      {!asking && <Problem error={change.error} />}
      <div className="texts__acts">
        {state === 'draft' && (
          <>
            <Button
              look={unsaved ? 'ghost' : 'primary'}
              aria-disabled={unsaved}
              onClick={() => setAsking('publish')}
            >
              发布
            </Button>
            <Button onClick={() => setAsking('discard')}>删除草稿</Button>
            {unsaved && <span className="muted">有修改还没有保存，保存草稿后才能发布。</span>}
          </>
        )}
        {state === 'scheduled' && (
          <Button busy={change.isPending} onClick={() => change.mutate(unschedule)}>
            取消定时发布
          </Button>
        )}
        {['inForce', 'former', 'withdrawn'].includes(state) && (
          <Button busy={change.isPending} onClick={() => change.mutate(draftNext)}>
            起草新版本
          </Button>
        )}
        {state === 'inForce' && kind === 'notice' && (
          <>
            <Button onClick={() => setAsking('withdraw')}>撤回公告</Button>
            <Link to={generatePath(paths.notice, { id: text.series })}>公开页面</Link>
          </>
        )}
      </div>
      {asking === 'publish' && <PublishDialog text={text} onClose={() => setAsking(undefined)} />}
      {asking === 'withdraw' && <WithdrawDialog text={text} onClose={() => setAsking(undefined)} />}
      <Dialog
        open={asking === 'discard'}
        title="删除草稿"
        onClose={() => setAsking(undefined)}
        actions={
          <Button look="primary" busy={change.isPending} onClick={() => change.mutate(discard)}>
            确认删除草稿
          </Button>
        }
      >
        <Problem error={change.error} />
        <p>“{text.title}”的这份草稿将被删除，不能恢复。已发布的版本不受影响。</p>
      </Dialog>
    </>
  );
}
