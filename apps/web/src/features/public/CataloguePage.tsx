import { useSearchParams } from 'react-router';
import { Field } from '#ui/Field';
import { PageTitle } from '#ui/PageTitle';
import { Tabs } from '#ui/Tabs';
import { TextInput } from '#ui/TextInput';
import { MajorList } from './MajorList.tsx';
import { Timetable } from './Timetable.tsx';
import './public.css';

type View = 'majors' | 'timetable';

/** 开考计划与课程表. The view and the search are in the address, so that a result can be sent to somebody. */
export function CataloguePage() {
  const [search, setSearch] = useSearchParams();
  const view: View = search.get('view') === 'timetable' ? 'timetable' : 'majors';
  const typed = search.get('q') ?? '';
  const set = (name: string, value: string) =>
    setSearch(
      (before) => {
        const after = new URLSearchParams(before);
        if (value) after.set(name, value);
        else after.delete(name);
        return after;
      },
      { replace: true, preventScrollReset: true },
    );

  return (
    <div className="wrap">
      <PageTitle title="开考计划与课程表">
        <p>专业的开考计划和本考次的课程场次。处于停考过渡期的专业不接收新生报考。</p>
      </PageTitle>
      <Tabs<View>
        label="查看"
        tabs={[
          { id: 'majors', label: '开考专业' },
          { id: 'timetable', label: '课程表' },
        ]}
        current={view}
        onChange={(id) => set('view', id === 'majors' ? '' : id)}
      >
        <div className="stack">
          <div className="catalogue__search" role="search">
            <Field label={view === 'majors' ? '搜索专业名称或代码' : '搜索课程名称或代码'}>
              <TextInput
                type="search"
                value={typed}
                onChange={({ target }) => set('q', target.value)}
                autoComplete="off"
              />
            </Field>
          </div>
          {view === 'majors' ? <MajorList typed={typed} /> : <Timetable typed={typed} />}
        </div>
      </Tabs>
    </div>
  );
}
