import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ConfigError, describeEnvironment, readConfig } from '#config';

test('a wrong variable stops the start with its name and what is expected', () => {
  expect(() => readConfig({ PORT: 'abc' })).toThrow(/PORT：应为 0 到 65535 的整数/);
  expect(() => readConfig({ NODE_ENV: 'prod' })).toThrow(/NODE_ENV：应为 production、development 或 test/);
  expect(() => readConfig({ DATABASE_URL: 'mysql://x' })).toThrow(/DATABASE_URL：应为以 postgres:\/\//);
  expect(() => readConfig({ SECOND_FACTOR: 'yes' })).toThrow(/SECOND_FACTOR：应为 true 或 false/);
  expect(() => readConfig({ LOG: 'loud' })).toThrow(ConfigError);
});

test('the demo outbox and staff without a second factor are refused in production', () => {
  expect(() => readConfig({ NODE_ENV: 'production', STAFF_TOTP: 'true' })).toThrow(/SMS：/);
  const http = { SMS: 'http', SMS_URL: 'https://sms.example', SMS_SECRET: 'x'.repeat(16) };
  expect(() => readConfig({ NODE_ENV: 'production', ...http })).toThrow(/STAFF_TOTP：/);
  expect(readConfig({ NODE_ENV: 'production', STAFF_TOTP: 'true', ...http }).SMS).toBe('http');
});

test('a gateway without address or secret is refused', () => {
  expect(() => readConfig({ SMS: 'http' })).toThrow(/SMS_URL：[\s\S]*SMS_SECRET：/);
});

test('a verification service without address or secret is refused', () => {
  expect(() => readConfig({ IDENTITY: 'police' })).toThrow(/IDENTITY：应为 local、http 或 local\+http/);
  for (const IDENTITY of ['http', 'local+http'])
    expect(() => readConfig({ IDENTITY })).toThrow(/IDENTITY_URL：[\s\S]*IDENTITY_SECRET：/);
});

test('an empty variable counts as absent', () => {
  expect(readConfig({ PORT: '' }).PORT).toBe(3000);
});

test('the README lists every variable, with its default and meaning', () => {
  const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
  const table = /<!-- config:begin -->\n([\s\S]*?)\n<!-- config:end -->/.exec(readme)?.[1];
  expect(table).toBe(describeEnvironment());
});
