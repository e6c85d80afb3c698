import { useIsMutating } from '@tanstack/react-query';

/** Key of every upload of a form: its arrival moves the version, so 下一步 waits for it. */
export const SENDING = ['sending'];

/** Whether a file is on its way. */
export const useSending = () => useIsMutating({ mutationKey: SENDING }) > 0;
