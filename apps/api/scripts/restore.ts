import { ConfigError } from '#config';
import { verify } from '#modules/audit';
import { bringBack } from './bring-back.ts';
import { command } from './open.ts';

await command(async (tools, [path]) => {
  if (!path) throw new ConfigError('用法：restore <备份文件>');
  const { rows, files } = await bringBack(tools, path);
  console.log(`已恢复 ${rows} 行数据，${files} 个文件。`);
  const { intact, fault, entries } = await verify(tools);
  console.log(intact ? `审计链完整：共 ${entries} 条。` : `审计链有问题：${fault}。`);
  return intact ? 0 : 1;
});
