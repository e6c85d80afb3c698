import { createContext, type ReactNode, use } from 'react';

/** What the province says about itself; it comes from the database, never from here. */
export type Site = {
  /** `青海省自学考试考生服务平台` */
  platform: string;
  /** `青海省高等教育自学考试` */
  subtitle?: string;
};

const SiteContext = createContext<Site>({ platform: '自学考试考生服务平台' });

/** The layouts provide it to the page titles below them. */
export function SiteProvider({ site, children }: { site: Site; children: ReactNode }) {
  return <SiteContext value={site}>{children}</SiteContext>;
}

export function useSite(): Site {
  return use(SiteContext);
}
