// zod tries once whether it may compile code; the policy of the page refuses that and writes it down as a violation.
// It looks here for its settings, and comes after the entry that imports this.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
