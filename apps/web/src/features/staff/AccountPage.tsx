import { PasswordChange } from '#forms/PasswordChange';
import { Devices } from '#forms/Devices';
import { Card } from '#ui/Card';
import { PageTitle } from '#ui/PageTitle';

/** 账号与安全 of the staff. */
export function AccountPage() {
  return (
    <div className="wrap staff-account">
      <PageTitle title="账号与安全" />
      <div className="stack">
        <Card title="修改密码">
          <PasswordChange />
        </Card>
        <Card title="已登录的设备">
          <Devices />
        </Card>
      </div>
    </div>
  );
}
