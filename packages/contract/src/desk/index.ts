export * from './endpoints.ts';
export * from './undo.ts';
