import type { Kind } from '@zikao/contract/applications/kind';
import type { Application } from '@zikao/contract/applications/shapes';
import { fieldLabels } from '@zikao/contract/forms/form';
import { stepOf } from '#forms/filing';
import { idOf } from '#forms/inputs';
import { reasonsByField } from '#forms/reasons-by-field';
import { ButtonLink } from '#ui/Button';
import { formatMoment } from '#ui/dates';
import { Notice } from '#ui/Notice';
import { standing } from './standing.ts';
import { paperPath, stepPath } from './use-application.ts';
import { Withdraw } from './Withdraw.tsx';

interface Props {
  kind: Kind;
  application: Application;
}

/** What the state means, what to do and until when, and the buttons for it. */
export function NextStep({ kind, application }: Props) {
  const { id, answers, actions, papers, window, reasons, remark, reference, state } = application;
  const { tone, title, text, bring } = standing(kind, application);
  const said = reasonsByField(application);
  const labels = fieldLabels(kind.form);
  const first = Object.keys(labels).find((name) => said[name] && stepOf(kind.form, answers, name));
  const at = first ? stepOf(kind.form, answers, first)! : kind.form.steps[0]!.key;
  const edits = actions.some((action) => action === 'submit' || action === 'resubmit');
  return (
    <Notice tone={tone} title={title}>
      {reasons.length > 0 && state === 'rejected' && (
        <ul className="notice__list">
          {Object.entries(said).map(([name, sentence]) => (
            <li key={name}>
              <b>{labels[name] ?? '其他'}</b>：{sentence}
            </li>
          ))}
        </ul>
      )}
      {state === 'rejected' && remark && <p>{remark}</p>}
      {text && <p>{text}</p>}
      {bring && (
        <ul className="notice__list">
          {bring.map((paper) => (
            <li key={paper}>{paper}</li>
          ))}
        </ul>
      )}
      {state !== 'draft' && (
        <p>
          受理编号 <b className="num">{reference}</b>
        </p>
      )}
      <div className="row">
        {edits && (
          <ButtonLink look="primary" to={stepPath(kind.key, id, at) + (first ? `#${idOf(first)}` : '')}>
            {state === 'rejected' ? '修改后重新提交' : '继续填写'}
          </ButtonLink>
        )}
        {papers.map(({ key, title: name }) => (
          <ButtonLink key={key} to={paperPath(kind.key, id, key)}>
            打印{name}
          </ButtonLink>
        ))}
        {actions.includes('withdraw') && <Withdraw kind={kind} application={application} />}
      </div>
      {edits && window && (
        <p className="small">
          {window.open
            ? `请在 ${formatMoment(window.closesAt)} 前提交。`
            : `办理时间已于 ${formatMoment(window.closesAt)} 截止，现在不能提交。`}
        </p>
      )}
    </Notice>
  );
}
