/**
 * Who may open whom: left may not import right. A new module gets its line here.
 *
 *   identity ← candidates ← photos, records     exams, records ← enrolments ← seating, scores ← applications
 *   applications ← review ← oversight, desk     applications ← merges ← desk
 *   identity ← documents ← applications     seating, photos ← tickets
 */
const order: Record<string, string[]> = {
  exams: [], // owns the districts, which officers and candidates belong to
  identity: ['exams'],
  documents: ['identity'], // a person's own files, which applications name
  candidates: ['identity'],
  photos: ['candidates'],
  records: ['candidates'], // 考籍档案: enrolments ask it, scores and applications write it
  enrolments: ['records'],
  seating: ['enrolments'],
  tickets: ['seating', 'photos'], // 考场座次通知单 and what hangs in the rooms
  scores: ['enrolments'],
  progress: ['scores', 'seating'], // 毕业进度: reads, writes nothing
  applications: ['seating', 'scores', 'photos', 'documents'],
  review: ['applications', 'photos', 'enrolments'],
  oversight: ['review'], // 督导: what all districts do, and 复查 of what they decided
  merges: ['applications'], // 合档: moves what belongs to a person, each by its own module
  desk: ['review', 'merges'], // what is done face to face, for one person at a time
  staff: ['review'], // accounts of officers: who goes lets go of the cases they held
  exports: ['review'], // lists as files: reads the tables, writes nothing
};

/** They listen to events and read whom they like; nobody but app.ts imports them. */
const listeners = ['audit', 'notifications', 'integrations'];

/** Why module `from` may not open module `to`; undefined if it may. */
export function orderProblem(from: string, to: string): string | undefined {
  if (listeners.includes(to)) return `nobody imports ${to}: it listens to events`;
  for (const name of [from, to]) {
    if (!order[name] && !listeners.includes(name))
      return `module ${name} has no place in tools/lint/order.ts`;
  }
  if (listeners.includes(from) || before(from).has(to)) return undefined;
  return `${from} may not import ${to} (tools/lint/order.ts)`;
}

function before(name: string): Set<string> {
  const direct = order[name] ?? [];
  return new Set([...direct, ...direct.flatMap((left) => [...before(left)])]);
}
