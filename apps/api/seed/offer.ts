/**
 * Which half-day each course is examined in: plan by plan, into the slot that holds fewest of that plan's courses,
 * then fewest of all, then the earliest. The same data give the same timetable.
 */
export function timetable(plans: Iterable<readonly string[]>, slots: readonly string[]): Map<string, string> {
  const slotOf = new Map<string, string>();
  const total = new Map(slots.map((slot) => [slot, 0]));
  for (const courses of plans) {
    const own = new Map(slots.map((slot) => [slot, 0]));
    for (const course of courses) {
      const known = slotOf.get(course);
      if (known) own.set(known, own.get(known)! + 1);
    }
    for (const course of courses) {
      if (slotOf.has(course)) continue;
      const slot = slots.toSorted(
        (a, b) => own.get(a)! - own.get(b)! || total.get(a)! - total.get(b)! || a.localeCompare(b),
      )[0]!;
      slotOf.set(course, slot);
      own.set(slot, own.get(slot)! + 1);
      total.set(slot, total.get(slot)! + 1);
    }
  }
  return slotOf;
}
