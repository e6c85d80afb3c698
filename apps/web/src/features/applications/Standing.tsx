import type { Kind } from '@zikao/contract/applications/kind';
import type { KindInfo } from '@zikao/contract/applications/shapes';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatMoment, formatSpan } from '#ui/dates';
import { State } from '#ui/State';
import { Closed } from './Closed.tsx';
import { applicationPath } from './use-application.ts';

/** Why there is no button 申请: one to go on with, a closed window, or what is missing. */
export function Standing({ kind, info }: { kind: Kind; info: KindInfo }) {
  const { gate, window, current } = info;
  if (current)
    return (
      <Card needsYou>
        <p>
          您有一份{kind.title}还没有办完，可以从上次停下的地方继续。
          {window?.open && (
            <>
              请在 <b className="num">{formatMoment(window.closesAt)}</b> 前提交。
            </>
          )}
        </p>
        <ButtonLink look="primary" to={applicationPath(kind.key, current)}>
          继续办理
        </ButtonLink>
      </Card>
    );
  if (!gate) return null;
  if (gate.reason === 'window') return <Closed info={info} />;
  const to = gate.reason === 'profile' ? paths.profile : paths.home;
  return (
    <State
      title={gate.title}
      actions={
        gate.reason !== 'open' && (
          <ButtonLink look={gate.reason === 'profile' ? 'primary' : 'ghost'} to={to}>
            {gate.reason === 'profile' ? '基本信息填报' : '回到首页'}
          </ButtonLink>
        )
      }
    >
      <p>{gate.detail}</p>
      {gate.reason !== 'open' && window && <p>办理时间：{formatSpan(window.opensAt, window.closesAt)}</p>}
    </State>
  );
}
