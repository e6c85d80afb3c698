import { ConfigError } from '#config';
import { rotateFile } from '#platform/keys';
import { command } from './open.ts';
import { countOlder, reseal } from './reseal.ts';

// Two steps, because a running process knows only the keys it started with: `add`, restart, `reseal`.
await command(async (tools, [step]) => {
  if (step === 'add') {
    if (!tools.keyFile)
      throw new ConfigError('密钥来自环境变量 DATA_KEYS，请在那里增加新密钥并设为 active。');
    const key = rotateFile(tools.keyFile);
    console.log(`已加入第 ${key} 号密钥。请重新启动所有进程，再运行 rotate-keys reseal。`);
    return 0;
  }
  if (step === 'reseal') {
    const { values, files } = await reseal(tools);
    const older = await countOlder(tools.db, tools.keys);
    console.log(`已用第 ${tools.keys.active} 号密钥重新加密 ${values} 项数据、${files} 个文件。`);
    if (older) console.log(`仍有 ${older} 项使用旧密钥：有进程尚未重新启动，请重启后再运行一次。`);
    return older ? 1 : 0;
  }
  throw new ConfigError('用法：rotate-keys add 或 rotate-keys reseal');
});
