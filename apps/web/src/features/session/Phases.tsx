import type { Site } from '@zikao/contract/exams';
import { serverTime } from '#api/session';
import { headlineOf, phasesOf } from './phases.ts';

const WORDS = { over: '已结束', now: '正在进行', next: '未开始' };

/** What is going on in the exam session: the headline and the four phases. */
export function Phases({ site, readAt }: { site: Site | undefined; readAt: number }) {
  if (!site) return <div className="hero__wait" />;
  if (!site.session)
    return (
      <>
        <p className="hero__title">欢迎使用考生服务平台</p>
        <p className="hero__lead">下一次考试的时间公布后会显示在这里。已注册的考生可以登录查看资料。</p>
      </>
    );
  const now = serverTime(site, readAt);
  const phases = phasesOf(site.session, now);
  return (
    <>
      <p className="hero__title">
        <span>{site.session.name}考试</span>
        <span>{headlineOf(site.session, phases, now)}</span>
      </p>
      <p className="hero__lead">
        首次报考请先注册并完成基本信息填报，考区审核通过后再填报课程。已有准考证号的考生可直接登录报考。
      </p>
      <ol className="phases">
        {phases.map(({ label, when, state }) => (
          <li
            key={label}
            className={`phases__one phases__one--${state}`}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <small className="phases__state">{WORDS[state]}</small>
            <b>{label}</b>
            <span className="small num">{when}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
