import { expect, type BrowserContext, type Page } from '@playwright/test';

/** What a browser should never have to say about our pages, gathered from all pages of a context from now on. */
export interface Watch {
  /** Nothing left the origin, no font was fetched, nothing was refused by the policy, no error was written. */
  nothing(): void;
}

export async function watch(context: BrowserContext, origin: string): Promise<Watch> {
  const seen: string[] = [];
  await context.exposeFunction('sayViolation', (text: string) => seen.push(text));
  await context.addInitScript(() => {
    document.addEventListener(
      'securitypolicyviolation',
      ({ violatedDirective, blockedURI, sourceFile, lineNumber }) =>
        (window as unknown as { sayViolation(text: string): void }).sayViolation(
          `policy: ${violatedDirective} ${blockedURI} in ${sourceFile}:${lineNumber}`,
        ),
    );
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url)) seen.push(`request: ${url}`);
    if (request.resourceType() === 'font') seen.push(`font: ${url}`);
  });
  context.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => seen.push(`error: ${error.error().message}`));
  return { nothing: () => expect(seen).toEqual([]) };
}

/** At 200 %: a window of the same width shows half as many CSS pixels. Narrower than 320 is not asked for (WCAG 1.4.10). */
export async function atDouble(page: Page, look: () => Promise<void>): Promise<void> {
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: Math.max(320, size.width / 2), height: size.height });
  await look();
  await page.setViewportSize(size);
}
