import type { Judgement, Verdict } from '@zikao/contract/measures';
import { Button } from '#ui/Button';
import { Tag, type Tone } from '#ui/Tag';
import { Check } from './Check.tsx';
import { sortChecks } from './check-groups.ts';
import { useKeys } from './use-keys.ts';
import { useRemembered } from './use-remembered.ts';
import './checks.css';

const WORDS: Record<Verdict, string> = { pass: '通过', warn: '建议核对', fail: '不通过' };
const TONES: Record<Verdict, Tone> = { pass: 'ok', warn: 'wait', fail: 'no' };

/** 自动核验: every measure with its value and its limit; what asks for a look first, what passed on demand. */
export function Checks({ judgement }: { judgement: Judgement | undefined }) {
  const [wide, setWide] = useRemembered('checks', false);
  useKeys({ ...(judgement && { checks: () => setWide(!wide) }) });
  if (!judgement) return null;
  const { flagged, groups } = sortChecks(judgement.measures);
  const passed = groups.reduce((sum, group) => sum + group.passed.length, 0);
  return (
    <section className="checks" aria-labelledby="checks-title">
      <h2 className="case__title" id="checks-title">
        自动核验 <Tag tone={TONES[judgement.verdict]}>{WORDS[judgement.verdict]}</Tag>
      </h2>
      {flagged.length > 0 && (
        <ul className="checks__list" aria-label="需要核对">
          {flagged.map((measure) => (
            <Check key={measure.id} measure={measure} />
          ))}
        </ul>
      )}
      {passed > 0 && (
        <Button look="plain" size="small" aria-expanded={wide} onClick={() => setWide(!wide)}>
          {wide ? '收起' : '展开'}通过的 {passed} 项<kbd className="kbd">D</kbd>
        </Button>
      )}
      {groups.map((group) =>
        wide ? (
          <div key={group.title}>
            <h3 className="checks__group">{group.title}</h3>
            <ul className="checks__list">
              {group.passed.map((measure) => (
                <Check key={measure.id} measure={measure} />
              ))}
            </ul>
          </div>
        ) : (
          <p key={group.title} className="checks__sum">
            <span>{group.title}</span>
            <span className="checks__ok">✓ {group.passed.length} 项通过</span>
          </p>
        ),
      )}
    </section>
  );
}
