import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { consentToPictures, type Profile } from '@zikao/contract/candidates';
import { getText } from '@zikao/contract/exams';
import { call } from '#api/client';
import { query } from '#api/query';
import { Problem } from '#forms/Problem';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { Checkbox } from '#ui/Checkbox';
import { Dialog } from '#ui/Dialog';
import { Prose } from '#ui/Prose';

interface Props {
  id: string;
  error: string | undefined;
  onConsented: (profile: Profile) => void;
  /** Who does not consent goes to the desk. */
  onRefused: () => void;
  busy: boolean;
}

/** The consent of its own that checking card and face images needs (PIPL art. 29); shown until it is given. */
export function PictureConsent({ id, error, onConsented, onRefused, busy }: Props) {
  const { data: privacy } = useQuery(query(getText, { params: { kind: 'privacy' } }));
  const [reading, setReading] = useState(false);
  const consent = useMutation({
    mutationFn: (version: string) => call(consentToPictures, { body: { version } }),
    onSuccess: onConsented,
  });
  return (
    <Card title="身份证图片和照片的单独同意">
      <p>
        提交验证时，系统会自动检查您的照片和身份证图片，结果和图片只供考区审核使用。这属于敏感个人信息，需要您单独同意。
      </p>
      <Problem error={consent.error} />
      <Checkbox
        id={id}
        boxed
        label="我单独同意处理我的身份证图片和照片，用于本次身份核验和考区审核"
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
          不同意，到考区线下采集
        </Button>
      </div>
      <Dialog open={reading} title={privacy?.title ?? '个人信息处理告知'} onClose={() => setReading(false)}>
        {privacy && <Prose body={privacy.body} />}
      </Dialog>
    </Card>
  );
}
