import type { Sample } from './samples.ts';
import type { Party } from './world.ts';

/** A request for every endpoint of 督导 and 复查. */
export const OVERSIGHT_SAMPLES: Record<string, (of: Party) => Sample> = {
  'oversight.getBoard': () => ({ query: { from: '2027-01-01', to: '2027-12-31', queue: 'profiles' } }),
  'oversight.getOfficeBoard': (of) => ({ params: { office: of.district } }),

  'spotChecks.drawSpotCheck': () => ({
    body: { from: '2027-01-01', to: '2027-12-31', reviewers: 'district', size: 5 },
  }),
  'spotChecks.listSpotChecks': () => ({}),
  'spotChecks.getSpotCheck': (of) => ({ params: { spotCheck: of.spotCheck } }),
  'spotChecks.endSpotCheck': () => ({ params: { spotCheck: '00000000-0000-4000-8000-000000000000' } }),
  'spotChecks.getSpotCheckWork': () => ({}),
  'spotChecks.claimSpotCheckTask': () => ({}),
  'spotChecks.getSpotCheckTask': (of) => ({ params: { id: of.task } }),
  'spotChecks.renewSpotCheckTask': (of) => ({ params: { id: of.task } }),
  'spotChecks.releaseSpotCheckTask': (of) => ({ params: { id: of.task } }),
  'spotChecks.decideSpotCheckTask': (of) => ({ params: { id: of.task }, body: { decision: 'approve' } }),
};
