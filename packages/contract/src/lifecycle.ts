import type { Role } from './permissions.ts';

export interface Transition<State extends string> {
  from: readonly State[];
  to: State;
  by: readonly (Role | 'system')[];
  /** Button and timeline text. */
  label: string;
  /** Whether a reason must be given. */
  note?: boolean;
}

/**
 * States and actions as a table. Time windows are guards, not states. `act()` in the API is the only
 * thing that moves a subject; `allowed()` fills `actions` in every answer, so no client holds state logic.
 */
export interface Lifecycle<State extends string = string, Action extends string = string> {
  subject: string;
  states: Record<State, string>;
  actions: Record<Action, Transition<State>>;
}

export function lifecycle<const State extends string, const Action extends string>(
  definition: Lifecycle<State, Action>,
): Lifecycle<State, Action> {
  return definition;
}

/** The actions a role may take on a subject in that state. */
export function allowed<State extends string, Action extends string>(
  of: Lifecycle<State, Action>,
  state: State,
  role: Role | 'system',
): Action[] {
  return (Object.keys(of.actions) as Action[]).filter((action) => {
    const { from, by } = of.actions[action];
    return from.includes(state) && by.includes(role);
  });
}
