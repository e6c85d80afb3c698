import { Link } from 'react-router';
import './steps.css';

export type Step = {
  label: string;
  state: 'done' | 'now' | 'next';
  /** Where a finished step leads back to. */
  to?: string;
};

/** The steps of a wizard; on a phone one line with the number and the name of this one. */
export function Steps({ steps }: { steps: readonly Step[] }) {
  const at = steps.findIndex((step) => step.state === 'now');
  return (
    <nav className="steps" aria-label="填报步骤">
      <p className="steps__short" aria-hidden="true">
        第 {at + 1} 步，共 {steps.length} 步 · <b>{steps[at]?.label}</b>
      </p>
      <ol className="steps__list">
        {steps.map((step, index) => (
          <li
            key={step.label}
            className={`steps__step steps__step--${step.state}`}
            aria-current={step.state === 'now' ? 'step' : undefined}
          >
            <span className="steps__dot" aria-hidden="true">
              {step.state === 'done' ? '✓' : index + 1}
            </span>
            <span className="steps__label">
              {step.state === 'done' && step.to ? <Link to={step.to}>{step.label}</Link> : step.label}
              {step.state === 'done' && <span className="hidden-text">（已完成）</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
