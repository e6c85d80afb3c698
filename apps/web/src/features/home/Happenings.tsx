import { Link } from 'react-router';
import type { FiledApplication } from '@zikao/contract/applications/shapes';
import type { Profile } from '@zikao/contract/candidates';
import type { Enrolment } from '@zikao/contract/enrolments';
import { paths } from '#paths';
import { Card } from '#ui/Card';
import { Timeline } from '#ui/Timeline';
import { happenings, toneOf } from './happenings.ts';

const SHOWN = 5;

interface Props {
  profile: Profile;
  enrolment: Enrolment | null;
  filed: readonly FiledApplication[];
}

/** 动态: the latest of everything that happened. */
export function Happenings({ profile, enrolment, filed }: Props) {
  const all = happenings(profile, enrolment, filed);
  return (
    <Card title="动态">
      {all.length === 0 && <p className="muted">填报、提交和审核的每一步都会记在这里。</p>}
      {all.length > 0 && (
        <Timeline
          items={all.slice(0, SHOWN).map(({ id, at, label, note, of }) => ({
            id,
            at,
            title: label,
            tone: toneOf(label),
            detail: note ?? of,
          }))}
        />
      )}
      {all.length > SHOWN && (
        <Link className="more" to={paths.progress}>
          全部 {all.length} 条
        </Link>
      )}
    </Card>
  );
}
