import type { ComponentType } from 'react';
import { Navigate } from 'react-router';
import type { Step } from '@zikao/contract/forms/form';
import { visibleSteps } from '@zikao/contract/forms/form';
import { FieldsPage } from './FieldsPage.tsx';
import type { Filing } from './filing.ts';
import { NoticePage } from './NoticePage.tsx';
import { PreviewPage } from './PreviewPage.tsx';

export interface StepProps<Kind extends Step['kind'] = Step['kind']> {
  filing: Filing;
  step: Extract<Step, { kind: Kind }>;
}

const PAGES: { [Kind in Exclude<Step['kind'], 'special'>]: ComponentType<StepProps<Kind>> } = {
  notice: NoticePage,
  fields: FieldsPage,
  preview: PreviewPage,
};

/** One step of whatever is filed, by the last part of its address; one that is not open yet leads to where one stopped. */
export function FilingStep({ filing, at }: { filing: Filing; at: string }) {
  const { form, draft, reached, pathOf, entry } = filing;
  const steps = visibleSteps(form, draft.answers);
  const index = steps.findIndex(({ key }) => key === at);
  const step = steps[index];
  if (!step || step.kind === 'special') return <Navigate to={entry} replace />;
  if (index > steps.findIndex(({ key }) => key === reached)) return <Navigate to={pathOf(reached)} replace />;
  const Page = PAGES[step.kind] as ComponentType<StepProps>;
  return <Page key={step.key} filing={filing} step={step} />;
}
