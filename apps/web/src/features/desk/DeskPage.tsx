import { PersonSearch } from '#forms/PersonSearch';
import { paths } from '#paths';
import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { PageTitle } from '#ui/PageTitle';
import { FoundList } from './FoundList.tsx';
import { useFind } from './use-find.ts';
import './desk.css';

/** 现场: who stands there, and what can be done for them. */
export function DeskPage() {
  const { form, found } = useFind();
  return (
    <div className="staff-page desk">
      <PageTitle title="现场">
        <p>核对考生本人身份证原件后办理。每次查找和查看都有记录，考生本人可以看到。</p>
      </PageTitle>
      <Card title="查找考生">
        <PersonSearch form={form} />
        {found && <FoundList found={found} />}
      </Card>
      <Card title="没有账号，或身份证号被占用">
        <div className="row">
          <ButtonLink to={paths.deskRegister}>现场注册</ButtonLink>
          <ButtonLink to={paths.deskRelease}>身份证号被占用</ButtonLink>
          <ButtonLink to={paths.deskRequests}>更换与释放的办理记录</ButtonLink>
        </div>
      </Card>
    </div>
  );
}
