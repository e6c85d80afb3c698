import type { ReactNode } from 'react';
import type { Answers } from '@zikao/contract/forms/fields';
import { type Form, visibleSteps } from '@zikao/contract/forms/form';
import { PageTitle } from '#ui/PageTitle';
import { Steps } from '#ui/Steps';
import { StickyBar } from '#ui/StickyBar';
import './wizard.css';

interface Props {
  form: Form;
  /** Key of the step shown. */
  at: string;
  answers: Answers;
  pathOf: (step: string) => string;
  /** How far one has come: later steps are not links yet. */
  reached: string;
  title?: string;
  lead?: ReactNode;
  /** Left of the bar: saved mark, sums. */
  mark?: ReactNode;
  /** Right of the bar: 上一步 and the primary button; absent: no bar. */
  acts?: ReactNode;
  children: ReactNode;
}

/** The one look of everything filled in step by step: step list, one column, sticky bar. */
export function Wizard({ form, at, answers, pathOf, reached, title, lead, mark, acts, children }: Props) {
  const steps = visibleSteps(form, answers);
  const index = steps.findIndex(({ key }) => key === at);
  const furthest = steps.findIndex(({ key }) => key === reached);
  return (
    <>
      <div className="wrap wizard">
        <Steps
          steps={steps.map((step, i) => ({
            label: step.title,
            state: i === index ? 'now' : i < index || i < furthest ? 'done' : 'next',
            to: pathOf(step.key),
          }))}
        />
        <PageTitle title={title ?? steps[index]?.title ?? form.title}>{lead}</PageTitle>
        {children}
      </div>
      {acts && <StickyBar start={mark}>{acts}</StickyBar>}
    </>
  );
}
