import { authenticate, buildApp } from '#app';
import { ConfigError, readConfig } from '#config';
import { HANDLED, inCharge } from '#modules/applications';
import { inUse } from '#modules/enrolments';
import { openSms } from '#modules/identity';
import type { Services } from '#platform/context';
import { openImages } from '#platform/images';
import { openJobs } from '#platform/jobs';
import { openPapers } from '#platform/papers';
import { openPrinter } from '#platform/print';
import { openSheets } from '#platform/sheets';
import { openVerifying } from '#verifying';
import { seedOnce } from '#seed/seed';
import { DEMO_PASSWORD } from '#seed/staff';
import { findAccountId } from './demo/account-id.ts';
import { officerOf } from './demo/officer.ts';
import { numbersOf, PEOPLE } from './demo/people.ts';
import { play } from './demo/play.ts';
import type { Stage } from './demo/stage.ts';
import { openTools } from './open.ts';

/**
 * `npm run demo`: candidates in every state, for showing the product. They are made through the product's own
 * interface, in the database of the running product (or of the one that would start here).
 */
async function main(): Promise<void> {
  const given = readConfig();
  if (given.NODE_ENV === 'production')
    throw new ConfigError('NODE_ENV=production：演示考生不能写进正式系统。');
  // Codes stay here whatever the product does with them; the proof of work is against others.
  const config = { ...given, SMS: 'outbox', CHALLENGE_COST: 100, LOG: 'silent' } as const;
  const tools = await openTools(config);
  const images = openImages({ workers: config.IMAGE_WORKERS });
  const jobs = openJobs(tools.pool);
  const papers = openPapers({ workers: config.PDF_WORKERS });
  const printer = openPrinter({ workers: config.PRINT_WORKERS });
  const sheets = openSheets();
  const verifying = openVerifying(config, tools.db, images);
  const services: Services = {
    ...tools,
    config,
    images,
    papers,
    printer,
    sheets,
    jobs,
    verifier: verifying.verifier,
    verifiers: { down: async () => false },
    sms: openSms(config, tools.db),
    authenticate,
    kinds: HANDLED,
    inCharge,
    inUse,
    wake: () => {},
  };
  await seedOnce(services);
  const app = await buildApp(services);
  try {
    await populate({ app, services });
  } finally {
    await app.close();
    await Promise.all([verifying.close(), images.close(), papers.close(), printer.close(), sheets.close()]);
    await jobs.close();
    await tools.close();
  }
}

/** Those who are there already are left as they are: an interrupted run goes on where it stopped. */
async function populate(stage: Stage): Promise<void> {
  const officer = await officerOf(stage, 'xining');
  const province = await officerOf(stage, 'province');
  console.log('\n  演示考生（图片都是画出来的，身份证号和手机号是编造的）\n');
  for (const [index, person] of PEOPLE.entries()) {
    const numbers = numbersOf(person, index);
    if (!(await findAccountId(stage, numbers.idNumber)))
      await play(stage, { officer, province }, person, numbers);
    console.log(`  ${numbers.idNumber}  ${numbers.phone}  ${person.name.padEnd(5, '　')} ${person.shows}`);
  }
  await Promise.all([officer.leave(), province.leave()]);
  console.log(`\n  密码都是 ${DEMO_PASSWORD}；考生用身份证号或手机号登录。`);
  console.log(
    '  工作人员在 /admin 登录：xining（西宁市考区）、haidong（海东市考区）、province、auditor，首次启动时密码相同。\n',
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exitCode = 2;
}
