export { animated, hugePng, mislabelled, polyglot, truncated } from './bad.ts';
