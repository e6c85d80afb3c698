export { ownData } from './own-data.ts';
export { routes } from './routes.ts';
export { HANDLED } from './rules/index.ts';
export { sealApplication } from './seal.ts';
export type { Approved, Effect, Facts, Fault, Handled, Rule } from './rules/rule.ts';
