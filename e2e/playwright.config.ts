import { defineConfig } from '@playwright/test';
import { findBrowser } from './support/browser.ts';

const browser = findBrowser();
if (!browser) throw new Error('没有可用的 Chromium：请用 npm test 运行，它会准备好浏览器。');

// Every journey runs at 1280 px; those tagged @phone once more at 390 px with a finger instead of a mouse.
export default defineConfig({
  testDir: '.',
  testMatch: '*.test.ts',
  fullyParallel: false,
  workers: 2,
  timeout: 180_000,
  expect: { timeout: 30_000 }, // 提交验证 takes seconds, and here it shares two cores with browsers
  forbidOnly: Boolean(process.env.CI),
  outputDir: 'test-results',
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    // Recording costs a fifth of the whole run: to see a red journey, `npm test -- e2e <file> --trace=retain-on-failure`.
    trace: 'off',
    launchOptions: { ...browser, env: { ...process.env, ...browser.env } },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1280, height: 800 } } },
    {
      name: 'phone',
      grep: /@phone/,
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
    },
  ],
});
