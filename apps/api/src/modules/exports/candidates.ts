import { gt, sql } from 'drizzle-orm';
import {
  photoLifecycle,
  type PhotoState,
  profileLifecycle,
  type ProfileState,
} from '@zikao/contract/candidates';
import { profiles } from '#tables/candidates';
import { accounts } from '#tables/identity';
import { conditions, person } from './conditions.ts';
import { list } from './list.ts';
import { moment } from './moment.ts';

interface Row extends Record<string, unknown> {
  district: string;
  photo: PhotoState;
  state: ProfileState;
  submittedAt: Date | null;
  reviewedAt: Date | null;
}

/** Everybody whose 基本信息 was submitted. */
export const candidates = list<Row>({
  columns: ['考区', '照片状态', '审核状态', '提交时间', '审核时间'],
  query: (ctx, asked) => sql`
    select ${person(profiles.name)}, ${profiles.district} as "district", ${profiles.photoState} as "photo",
      ${profiles.state} as "state", ${profiles.submittedAt} as "submittedAt", ${profiles.reviewedAt} as "reviewedAt"
    from ${profiles} join ${accounts} on ${accounts.id} = ${profiles.id}
    where ${conditions(ctx, asked, { district: profiles.district, candidate: accounts.id, state: profiles.state }, gt(profiles.submission, 0))}
    order by ${profiles.district}, ${profiles.submittedAt}, ${profiles.id}`,
  cells: ({ district, photo, state, submittedAt, reviewedAt }, { districts }) => [
    districts.get(district) ?? district,
    photoLifecycle.states[photo],
    profileLifecycle.states[state],
    moment(submittedAt),
    moment(reviewedAt),
  ],
});
