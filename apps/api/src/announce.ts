import type { Config } from '#config';
import type { Sms } from '#platform/sms';
import type { Seeded } from '#seed/seed';

/** Tells whoever started it where to go. */
export function announce(config: Config, address: string, seeded: Seeded | undefined, sms: Sms): void {
  const { port } = new URL(address);
  const url = config.PUBLIC_URL ?? `http://localhost:${port}`;
  const lines = [
    '',
    '  自学考试考生服务平台已启动',
    `  考生登录　　${url}/`,
    `  工作人员登录 ${url}/admin`,
    `  接口文档　　${url}/api/docs`,
  ];
  if (sms.shownAt) lines.push(`  短信验证码　${url}${sms.shownAt}（演示发件箱，同时写入日志）`);
  if (seeded) {
    const production = config.NODE_ENV === 'production';
    lines.push(
      '',
      production ? '  工作人员账号（只显示这一次，请抄下并尽快修改密码）' : '  演示账号（工作人员）',
    );
    for (const { username, password, name } of seeded.staff)
      lines.push(`    ${username.padEnd(14)} ${password}　${name}`);
  }
  lines.push('', '  按 Ctrl-C 停止', '');
  console.log(lines.join('\n'));
}
