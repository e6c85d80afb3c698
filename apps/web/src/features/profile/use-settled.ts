import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import type { Profile } from '@zikao/contract/candidates';
import { stepPath } from './use-profile.ts';

/** Leads to 报名填报完成 when the verification that was waited for has passed. */
export function useSettled({ photo: { state } }: Profile): void {
  const navigate = useNavigate();
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'verifying' && state === 'passed') void navigate(stepPath('done'));
    before.current = state;
  }, [state, navigate]);
}
