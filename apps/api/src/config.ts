import { z } from 'zod';

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false'], { error: '应为 true 或 false' })
    .default(fallback ? 'true' : 'false')
    .transform((text) => text === 'true');
const whole = (fallback: number, min: number, max: number) =>
  z.coerce
    .number({ error: `应为 ${min} 到 ${max} 的整数` })
    .int(`应为 ${min} 到 ${max} 的整数`)
    .min(min, `应为 ${min} 到 ${max} 的整数`)
    .max(max, `应为 ${min} 到 ${max} 的整数`)
    .default(fallback);
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol.slice(0, -1)), {
    error: `应为以 ${protocols.map((name) => `${name}://`).join(' 或 ')} 开头的地址`,
  });

/** Everything the environment may say; the README's table is kept equal to this list by a test. */
export const Environment = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], { error: '应为 production、development 或 test' })
    .default('development')
    .describe('运行环境；production 时强制更严的设置'),
  PORT: whole(3000, 0, 65_535).describe('网页与接口的端口'),
  HOST: z.string().min(1).default('0.0.0.0').describe('监听地址'),
  DATA_DIR: z.string().min(1).optional().describe('内置数据库、图片和密钥的目录，默认为项目下的 .data'),
  DATABASE_URL: url('postgres', 'postgresql')
    .optional()
    .describe('外部 PostgreSQL（15 或更新）；不填则使用内置数据库'),
  DATABASE_POOL: whole(16, 1, 200).describe('数据库连接数'),
  STORAGE_URL: url('s3').optional().describe('S3 兼容存储 s3://key:secret@host/bucket；不填则存本机磁盘'),
  DATA_KEYS: z.string().min(1).optional().describe('密钥环（JSON）；不填则使用 DATA_DIR 下的密钥文件'),
  CRYPTO: z
    .enum(['intl', 'gm'], { error: '应为 intl 或 gm' })
    .default('intl')
    .describe('intl 为 AES/SHA-256，gm 为国密 SM4/SM3'),
  PUBLIC_URL: url('http', 'https').optional().describe('对外地址；https 时启用 Secure Cookie 与 HSTS'),
  TRUST_PROXY: flag(false).describe('前面有反向代理时设为 true，从 X-Forwarded-For 取来源地址'),
  SMS: z
    .enum(['outbox', 'http'], { error: '应为 outbox 或 http' })
    .default('outbox')
    .describe('短信通道：outbox 为演示发件箱，http 为短信网关'),
  SMS_URL: url('http', 'https').optional().describe('短信网关地址，SMS=http 时必填'),
  SMS_SECRET: z.string().min(16, '至少 16 个字符').optional().describe('短信网关签名密钥，SMS=http 时必填'),
  SECOND_FACTOR: flag(false).describe('考生密码登录后是否还要短信验证码'),
  STAFF_TOTP: flag(false).describe('工作人员登录是否要求动态口令；演示之外应为 true'),
  SMS_PER_PHONE_DAY: whole(10, 1, 1000).describe('每个手机号每天的短信条数上限'),
  SMS_PER_ADDRESS_DAY: whole(100, 1, 100_000).describe('每个来源地址每天的短信条数上限'),
  SIGN_IN_PER_ADDRESS: whole(60, 1, 100_000).describe('每个来源地址每 15 分钟的登录失败次数上限'),
  CHALLENGE_COST: whole(30_000, 100, 5_000_000).describe('发短信前工作量证明的难度（尝试次数上限）'),
  IMAGE_WORKERS: whole(2, 1, 32).describe('图片处理进程数'),
  IDENTITY: z
    .enum(['local', 'http', 'local+http'], { error: '应为 local、http 或 local+http' })
    .default('local')
    .describe(
      '照片与身份核验：local 为本机比对，http 为公安人口信息核验服务，local+http 为先本机、再核验服务',
    ),
  IDENTITY_URL: url('http', 'https').optional().describe('核验服务地址，IDENTITY 含 http 时必填'),
  IDENTITY_SECRET: z
    .string()
    .min(16, '至少 16 个字符')
    .optional()
    .describe('核验服务签名密钥，IDENTITY 含 http 时必填'),
  VERIFIERS: whole(1, 0, 32).describe('本进程同时做几件照片验证；0 表示由别的机器做（apps/api/src/work.ts）'),
  PDF_WORKERS: whole(1, 1, 32).describe('PDF 处理进程数，第一次用到时启动'),
  PRINT_WORKERS: whole(1, 1, 32).describe('排版打印进程数，第一次用到时启动'),
  LOG: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], { error: '应为 debug、info、warn、error 或 silent' })
    .default('info')
    .describe('日志级别'),
});

export type Config = z.output<typeof Environment>;

/** Reads the environment once, at start. A wrong variable stops the start with its name and what is expected. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const result = Environment.check(together).safeParse(given);
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.')}：${issue.message}`);
  throw new ConfigError(`环境变量有误，未启动：\n${faults.join('\n')}`);
}

export class ConfigError extends Error {}

/** What only makes sense together. */
function together(ctx: z.core.ParsePayload<Config>): void {
  const { value } = ctx;
  const fault = (path: keyof Config, message: string) =>
    ctx.issues.push({ code: 'custom', path: [path], message, input: value[path] });
  if (value.SMS === 'outbox' && value.NODE_ENV === 'production')
    fault('SMS', 'NODE_ENV=production 时不能使用演示发件箱，应为 http');
  if (value.SMS === 'http' && !value.SMS_URL) fault('SMS_URL', 'SMS=http 时必填');
  if (value.SMS === 'http' && !value.SMS_SECRET) fault('SMS_SECRET', 'SMS=http 时必填');
  const service = value.IDENTITY !== 'local';
  if (service && !value.IDENTITY_URL) fault('IDENTITY_URL', 'IDENTITY 含 http 时必填');
  if (service && !value.IDENTITY_SECRET) fault('IDENTITY_SECRET', 'IDENTITY 含 http 时必填');
  if (value.NODE_ENV === 'production' && !value.STAFF_TOTP)
    fault('STAFF_TOTP', 'NODE_ENV=production 时应为 true');
}

/** The README's table: every variable with its default and meaning. */
export function describeEnvironment(): string {
  const rows = Object.entries(Environment.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined).data;
    return `| \`${name}\` | ${fallback === undefined ? '' : `\`${fallback}\``} | ${schema.description} |`;
  });
  return ['| 变量 | 默认 | 含义 |', '|---|---|---|', ...rows].join('\n');
}
