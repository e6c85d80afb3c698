import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { consentToPictures, type Profile } from '@zikao/contract/candidates';
import { getText } from '@zikao/contract/exams';
import { call } from '#api/client';
import { query } from '#api/query';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Checkbox } from '#ui/Checkbox';
import { Dialog } from '#ui/Dialog';
import { Prose } from '#ui/Prose';

interface Props {
  id: string;
  error?: string | undefined;
  /** What it is asked for here. */
  children: ReactNode;
  onConsented: (profile: Profile) => void;
  refusal: string;
  onRefused: () => void;
  busy?: boolean;
}

/** The consent of its own that card and face images need (PIPL art. 29): one, wherever it is asked for first. */
export function ConsentForm({ id, error, children, onConsented, refusal, onRefused, busy = false }: Props) {
  const { data: privacy } = useQuery(query(getText, { params: { kind: 'privacy' } }));
  const [reading, setReading] = useState(false);
  const consent = useMutation({
    mutationFn: (version: string) => call(consentToPictures, { body: { version } }),
    onSuccess: onConsented,
  });
  return (
    <>
      <p>{children}这属于敏感个人信息，需要您单独同意。</p>
      <Problem error={consent.error} />
      <Checkbox
        id={id}
        boxed
        label="我单独同意处理我的身份证图片和照片，用于识读证件、本次身份核验和考区审核"
        {...(error && { error })}
        checked={consent.isPending || consent.isSuccess}
        disabled={!privacy}
        onChange={({ target }) => target.checked && privacy && consent.mutate(privacy.version)}
      />
      <div className="row">
        <Button look="plain" onClick={() => setReading(true)}>
          阅读《个人信息处理告知》
        </Button>
        <Button look="plain" busy={busy} onClick={onRefused}>
          {refusal}
        </Button>
      </div>
      <Dialog open={reading} title={privacy?.title ?? '个人信息处理告知'} onClose={() => setReading(false)}>
        {privacy && <Prose body={privacy.body} />}
      </Dialog>
    </>
  );
}
