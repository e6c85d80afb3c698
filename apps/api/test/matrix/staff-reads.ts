import { ENDPOINTS } from '@zikao/contract';
import { EXPORT_NAMES } from '@zikao/contract/exports';
import { permits } from '@zikao/contract/permissions';
import type { Caller } from '#test/caller';
import { SAMPLES, type Sample } from './samples.ts';
import { type Party, traces } from './world.ts';

/**
 * How a district's officer meets their own district in what they read: somebody or something is named, or figures move;
 * or it is the same for every district. A new list, search, count or export turns the suite red until it stands here.
 */
export const SHOWS: Record<string, 'named' | 'figures' | 'common'> = {
  'announcements.listAnnouncements': 'common',
  'desk.listDeskRequests': 'named',
  'exports.exportList': 'named',
  'merges.compareNumbers': 'named',
  'merges.findNumbers': 'named',
  'merges.listMerges': 'named',
  'prints.listPrintVenues': 'named',
  'prints.listPrints': 'named',
  'review.getCounts': 'figures',
  // What an officer has just decided: nobody else's in any case.
  'review.getOwnWork': 'common',
  'review.getStatistics': 'figures',
  'review.listCases': 'named',
  'review.previewBulk': 'named',
  'seating.getSeatedRoom': 'named',
  'seating.getSeatingRun': 'named',
  'seating.listSeatedRooms': 'named',
  'seating.listSeatingNeeds': 'named',
  'seating.listSeatingRuns': 'common',
  'spotChecks.getSpotCheckWork': 'figures',
  'tickets.findTickets': 'named',
  'venues.getVenue': 'named',
  'venues.listVenues': 'named',
  'venues.previewVenues': 'figures',
  'venues.venueTemplate': 'figures',
};

/** The contract's own list of them. What names a thing by `/:id` is in ownership.test.ts. */
export const STAFF_READS = Object.entries(ENDPOINTS)
  .filter(([, { method, path, access }]) => {
    const asks = method === 'GET' || path.endsWith('preview');
    return asks && !path.includes('/:id') && isOffice(access);
  })
  .map(([name]) => name);

function isOffice(access: (typeof ENDPOINTS)[string]['access']): boolean {
  // `session` and one's own account: not what an office works on.
  if (access === 'public' || access === 'session' || access === 'account.own') return false;
  return permits(access, 'district');
}

/** One of them, for one queue or kind of export if it has several. */
export interface Read {
  name: string;
  of: string;
}
const QUEUES = ['profiles', 'enrolments', 'change'];

export const READS: Read[] = STAFF_READS.flatMap((name) => {
  const { path } = ENDPOINTS[name]!;
  const kinds = path.includes('/:queue') ? QUEUES : path.includes('/:list') ? EXPORT_NAMES : [''];
  return kinds.map((of) => ({ name, of }));
});

/** What would give a party away to an office. */
export const tellsOf = (party: Party): string[] => [...traces(party), ...party.numbers];

export type Search = (of: Party) => string;
export const SEARCHES: readonly Search[] = [
  (of) => of.idNumber,
  (of) => of.numbers[0],
  (of) => of.phone,
  (of) => of.name,
];

/** Every way to ask about a party: by its ids, by its district, by all it goes by. */
function waysToAsk({ name, of }: Read, party: Party, searches: readonly Search[]): Sample[] {
  const { query } = ENDPOINTS[name]!;
  const known = (query as { shape?: object } | undefined)?.shape ?? {};
  const sample = SAMPLES[name]!(party, party.device);
  const base = { ...sample, ...aboutKind(name, of, party, sample) };
  const asking = (more: Record<string, string>) => ({ ...base, query: { ...sample.query, ...more } });
  return [
    base,
    ...['search', 'number'].flatMap((key) =>
      key in known ? searches.map((search) => asking({ [key]: search(party) })) : [],
    ),
    ...('district' in known ? [asking({ district: party.district })] : []),
    ...('with' in known ? [asking({ with: 'rows' })] : []),
    ...('removal' in known ? [asking({ removal: 'remove' })] : []),
  ];
}

function aboutKind(name: string, of: string, party: Party, { params }: Sample): Sample {
  if (!of) return {};
  if (name === 'exports.exportList') return { params: { list: of } };
  const subject = of === 'profiles' ? party.id : of === 'enrolments' ? party.enrolment : party.application;
  return {
    params: { ...params, queue: of },
    ...(name === 'review.previewBulk' && { body: { ids: [subject] } }),
  };
}

export interface Told {
  status: number;
  text: string;
  typed: string;
}

/** All that is told about some parties: an answer per way to ask. */
export async function read(
  caller: Caller,
  one: Read,
  about: readonly Party[],
  searches: readonly Search[] = SEARCHES,
): Promise<Told[]> {
  const told: Told[] = [];
  for (const sample of about.flatMap((party) => waysToAsk(one, party, searches)))
    told.push(await ask(caller, one.name, sample));
  return told;
}

async function ask(caller: Caller, name: string, sample: Sample): Promise<Told> {
  const { status, body, bytes } = await caller.call(ENDPOINTS[name]!, sample as never);
  // Two exports at a time are served; the next is told to come back.
  if (body?.code === 'export.busy') {
    await new Promise(setImmediate);
    return ask(caller, name, sample);
  }
  const { instance: _, ...said } = body ?? {};
  const text = body ? JSON.stringify(said) : bytes.toString('utf8');
  // Whoever types a whole number into 合档 is told that very number, and in which district to ask.
  return { status, text, typed: name === 'merges.findNumbers' ? sample.query!.search! : '' };
}

/** What of a party the answers name. */
export function leaks(told: readonly Told[], party: Party): string[] {
  return told.flatMap(({ text, typed }) =>
    tellsOf(party)
      .filter((trace) => text.includes(trace) && trace !== typed)
      .map((trace) => `${trace} in ${text.slice(0, 300)}`),
  );
}
