import { expect, it } from 'vitest';
import { checkPlan, oneMore, typed, type TypedPlan } from './plan-form.ts';

const plan: TypedPlan = {
  slots: [
    { no: '1', date: '2027-04-17', start: '09:00', end: '11:30' },
    { no: '2', date: '2027-04-17', start: '14:30', end: '17:00' },
  ],
  ownSlots: [],
  windows: [
    { function: 'print', opens: '', closes: '' },
    { function: 'enrolment', opens: '2027-03-01T09:00', closes: '2027-03-08T18:00' },
  ],
};

it('sends what is typed as moments in China and leaves out windows without times', () => {
  expect(checkPlan(plan)).toEqual({
    body: {
      slots: [
        { no: '1', date: '2027-04-17', part: 'am', start: '09:00', end: '11:30' },
        { no: '2', date: '2027-04-17', part: 'pm', start: '14:30', end: '17:00' },
      ],
      ownSlots: [],
      windows: [
        {
          function: 'enrolment',
          opensAt: '2027-03-01T09:00:00+08:00',
          closesAt: '2027-03-08T18:00:00+08:00',
        },
      ],
    },
  });
});

it('shows times of China, whatever the clock of the browser', () => {
  const [window] = typed({
    slots: [],
    ownSlots: [],
    windows: [{ function: 'print', opensAt: '2027-03-01T01:00:00Z', closesAt: '2027-03-31T16:30:00Z' }],
  }).windows;
  expect([window!.opens, window!.closes]).toEqual(['2027-03-01T09:00', '2027-04-01T00:30']);
});

it('says at the row as it is on the page what is wrong', () => {
  const faultsOf = (change: (plan: TypedPlan) => void) => {
    const wrong = structuredClone(plan);
    change(wrong);
    const checked = checkPlan(wrong);
    return 'faults' in checked ? Object.keys(checked.faults) : [];
  };
  expect(faultsOf(({ windows }) => (windows[1]!.closes = ''))).toEqual(['windows.1.closesAt']);
  expect(faultsOf(({ windows }) => (windows[1]!.closes = '2027-02-01T00:00'))).toEqual([
    'windows.1.closesAt',
  ]);
  expect(faultsOf(({ slots }) => (slots[1]!.end = '14:00'))).toEqual(['slots.1.end']);
  expect(faultsOf((all) => (all.slots = []))).toEqual(['slots']);
});

it('gives a half-day more a number of its own', () => {
  expect(oneMore(plan.slots)).toEqual({ no: '3', date: '2027-04-17', start: '', end: '' });
  expect(oneMore(plan.slots.slice(1)).no).toBe('3');
});
