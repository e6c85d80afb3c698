import { ConfigError } from '#config';
import { backUp } from './back-up.ts';
import { command } from './open.ts';

await command(async (tools, [path]) => {
  if (!path) throw new ConfigError('用法：backup <备份文件>');
  const { rows, files } = await backUp(tools, path);
  const total = Object.values(rows).reduce((sum, count) => sum + count, 0);
  console.log(`已备份到 ${path}：${total} 行数据，${files} 个文件。恢复时需要同一份密钥，请另行保管。`);
  return 0;
});
