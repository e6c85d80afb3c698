import type { Given } from '@zikao/contract/endpoint';
import type { listSittings as contract } from '@zikao/contract/sittings';
import type { Signed } from '#platform/context';
import { ownSittings } from '#modules/enrolments';
import { coursesOf, districtName, majorsOf, sessionNames, slotsOf, windowOf } from '#modules/exams';
import { seatsOf, seatsPublishedAt } from '#modules/seating';

type Item = Given<typeof contract>['items'][number];
type Sent = Awaited<ReturnType<typeof ownSittings>>[number];

/** 报考与座位 of the caller, the newest session first. */
export async function listSittings(ctx: Signed): Promise<Given<typeof contract>> {
  const sent = await ownSittings(ctx, ctx.actor.id);
  const courses = await coursesOf(
    ctx,
    sent.flatMap((one) => one.courses.map(({ course }) => course)),
  );
  const names = {
    courses,
    sessions: await sessionNames(ctx),
    majors: new Map((await majorsOf(ctx)).map(({ code, name }) => [code, name])),
  };
  const items: Item[] = [];
  for (const one of sent) items.push(await itemOf(ctx, one, names));
  return { items };
}

async function itemOf(
  ctx: Signed,
  { enrolment, courses }: Sent,
  names: {
    courses: ReadonlyMap<string, { name: string }>;
    sessions: ReadonlyMap<string, string>;
    majors: ReadonlyMap<string, string>;
  },
): Promise<Item> {
  const { id, session, state, submittedAt, district, major } = enrolment;
  const slots = new Map((await slotsOf(ctx, session, district)).map((slot) => [slot.no, slot]));
  const seatsAt = await seatsPublishedAt(ctx, session);
  const seats = seatsAt ? await seatsOf(ctx, session, ctx.actor.id) : [];
  return {
    enrolment: id,
    session: { id: session, name: names.sessions.get(session) ?? session },
    state,
    submittedAt: submittedAt!.toISOString(),
    district: await districtName(ctx, district!),
    major: { code: major!, name: names.majors.get(major!) ?? major! },
    items: courses.map(({ slot: no, course }) => {
      const slot = slots.get(no);
      const given = seats.find((seat) => seat.slot.no === no && seat.course === course);
      return {
        code: course,
        name: names.courses.get(course)?.name ?? course,
        ...(slot && { slot }),
        ...(given && {
          seat: {
            venue: given.venue.name,
            address: given.venue.address,
            room: given.room.no,
            seat: given.seat,
          },
        }),
      };
    }),
    ...(seatsAt && { seatsAt: seatsAt.toISOString() }),
    print: await windowOf(ctx, session, 'print', district),
  };
}
