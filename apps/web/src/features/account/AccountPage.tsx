import { useQuery } from '@tanstack/react-query';
import { getAccount } from '@zikao/contract/identity';
import { query } from '#api/query';
import { Devices } from '#forms/Devices';
import { Failure } from '#forms/Failure';
import { Card } from '#ui/Card';
import { formatLongDay, formatLongMoment } from '#ui/dates';
import { IdNumber } from '#ui/IdNumber';
import { PageTitle } from '#ui/PageTitle';
import { Rows } from '#ui/Rows';
import { Skeleton } from '#ui/Spinner';
import { LargeTypeSwitch } from '#ui/TopBar';
import { AccessLog } from './AccessLog.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { ChangePhone } from './ChangePhone.tsx';
import { DownloadData } from './DownloadData.tsx';
import { OfficeRequests } from './OfficeRequests.tsx';
import './account.css';

/** 账号与安全. */
export function AccountPage() {
  const { data: account, error, refetch } = useQuery(query(getAccount, {}));
  return (
    <div className="wrap">
      <PageTitle title="账号与安全" />
      <div className="account">
        <div className="stack">
          <OfficeRequests />
          <Card title="我的账号">
            {!account && (error ? <Failure error={error} onRetry={() => void refetch()} /> : <Skeleton />)}
            {account && (
              <Rows
                rows={[
                  { label: '姓名', value: account.name },
                  { label: '身份证号', value: <IdNumber value={account.idNumber} masked /> },
                  { label: '准考证号', value: account.admissionNumber ?? '基本信息审核通过后生成' },
                  { label: '手机号', value: <span className="num">{account.maskedPhone}</span> },
                  { label: '注册时间', value: formatLongMoment(account.createdAt) },
                  {
                    label: '个人信息处理告知',
                    value: `${formatLongDay(account.consent.at)} 同意，版本 ${account.consent.version}`,
                  },
                ]}
              />
            )}
          </Card>
          <Card title="密码与手机号">
            <div className="row">
              <ChangePassword />
              {account && <ChangePhone account={account} />}
            </div>
          </Card>
          <Card title="显示">
            <p className="muted">文字和按钮放大，在这个浏览器里一直有效。</p>
            <LargeTypeSwitch className="btn btn--ghost account__large" />
          </Card>
        </div>
        <div className="stack">
          <Card title="已登录的设备">
            <Devices />
            <p className="muted small">有不认识的设备时，请先让它退出，再修改密码。</p>
          </Card>
          <AccessLog />
          <DownloadData />
        </div>
      </div>
    </div>
  );
}
