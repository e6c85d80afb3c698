import { downloadData } from '@zikao/contract/identity';
import type { Signed } from '#platform/context';
import { serve, type Server } from '#platform/serve';

/** What a module keeps of the person who asks, under names of its own. */
export type OwnData = (ctx: Signed) => Promise<Record<string, unknown>>;

interface Module {
  routes(server: Server): void;
  ownData?: OwnData;
}

/** 下载我的数据 (PIPL 45): every module tells what it keeps of a person, so that nothing is left out. */
export function serveOwnData(server: Server, modules: readonly Module[]): void {
  serve(server, downloadData, async (ctx) => {
    const parts: Record<string, unknown>[] = [];
    for (const { ownData } of modules) if (ownData) parts.push(await ownData(ctx));
    return Object.assign({}, ...parts) as Record<string, unknown>;
  });
}
