export { animated, hugePng, mislabelled, polyglot, truncated } from './bad.ts';
export { drawPortrait, type PortraitOptions } from './portrait.ts';
