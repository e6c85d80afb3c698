import { ENDPOINTS } from './index.ts';
import type { Endpoint } from './endpoint.ts';
import { permits } from './permissions.ts';

interface Words {
  /** The business it belongs to, as the reference groups calls. */
  area: string;
  words: string;
}

/** Done by nobody's call, or said too long in the reference. */
const OWN: Record<string, Words> = {
  'desk.findPeople': { area: '现场', words: '现场查找考生' },
  'desk.takeEffect': { area: '现场', words: '更换或释放到期生效' },
  job: { area: '系统', words: '系统自动办理' },
};

/** What the trail can hold: every change, and whatever the staff look at. */
export const AUDIT_ACTIONS: Readonly<Record<string, Words>> = {
  ...Object.fromEntries(
    Object.entries(ENDPOINTS)
      .filter(([, endpoint]) => endpoint.method !== 'GET' || isStaffs(endpoint))
      .map(([name, { tag, summary }]) => [name, { area: tag, words: summary.split(/[；（，]/)[0]! }]),
  ),
  ...OWN,
};

export const AUDIT_AREAS: readonly string[] = [
  ...new Set(Object.values(AUDIT_ACTIONS).map(({ area }) => area)),
];

/** The actions of a business; unknown: none. */
export const actionsOf = (area: string): string[] =>
  Object.keys(AUDIT_ACTIONS).filter((action) => AUDIT_ACTIONS[action]!.area === area);

/** What was done, in words; an action of an earlier version stays what it was called. */
export const actionWords = (action: string): string => AUDIT_ACTIONS[action]?.words ?? action;

/** Somebody of the staff may call it, if only because everybody may: what they look at is in the trail. */
function isStaffs({ access }: Endpoint): boolean {
  return (['district', 'province', 'auditor'] as const).some((role) => permits(access, role));
}
