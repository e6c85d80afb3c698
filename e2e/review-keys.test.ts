import type { Browser, Page } from '@playwright/test';
import { accessible } from './support/axe.ts';
import { onDatabase } from './support/database.ts';
import { addColleague } from './support/officer.ts';
import { aPerson } from './support/person.ts';
import type { Product } from './support/server.ts';
import { filed, newPage, officerPage } from './support/standing.ts';
import { expect, test } from './support/test.ts';

/** A district no other journey files in: its queue holds these four, in this order, then more. */
const DISTRICT = '632801';
const NAMES = ['甲一', '乙二', '丙三', '丁四'] as const;
/** The one whose pictures were really taken and judged; the rest are copies. */
const FILED = '丙三';
const MORE = Array.from({ length: 18 }, (_, i) => `戊${String(i).padStart(2, '0')}`);

test('officers decide by keys alone, and never the same case twice', async ({ browser, product }) => {
  await fileAs(browser, product, FILED);
  await copyFiled(product, NAMES);
  const first = await officerPage(browser, product, 'golmud');
  const colleague = await addColleague(product, 'golmud', '格尔木第二位');
  const second = await officerPage(browser, product, colleague);
  await first.goto('/admin/profiles');
  await expect(first.getByText('4 件基本信息待审')).toBeVisible();

  await first.keyboard.press('?');
  const help = first.getByRole('dialog', { name: '快捷键' });
  await expect(help).toBeVisible();
  await accessible(first);
  await first.keyboard.press('Escape');
  await expect(help).toBeHidden();

  // Both ask for the next one at once.
  await Promise.all([first.keyboard.press('n'), second.keyboard.press('n')]);
  const mine = await held(first);
  const theirs = await held(second);
  expect([mine, theirs].toSorted()).toEqual(['乙二', '甲一'].toSorted());

  // 通过 goes on to the oldest that nobody holds; it is taken back, given again, and let have its effect.
  const undoBar = first.getByRole('group', { name: '刚才的决定' });
  await first.keyboard.press('a');
  await expect(undoBar).toContainText(new RegExp(`${mine}：通过.*秒后生效`));
  // Which of the two left: the colleague has the other one ready.
  expect(['丙三', '丁四']).toContain(await held(first));
  await accessible(first);
  await first.keyboard.press('z');
  await onCase(first, mine);
  await expect(undoBar).toBeHidden();
  expect(await numbersGiven(product)).toBe(0);
  await first.keyboard.press('a');
  await expect(undoBar).toBeVisible();
  await first.keyboard.press('s');
  await expect(first.getByText(new RegExp(`${mine}：审核通过，准考证号 \\d{12}`))).toBeVisible();
  expect(await numbersGiven(product)).toBe(1);
  if ((await held(first)) === '丁四') await first.keyboard.press('j');
  await onCase(first, '丙三');
  await first.keyboard.press('k');
  await onCase(first, '丁四');
  await first.keyboard.press('j');
  await onCase(first, '丙三');

  await judged(first);

  // Letters in the search are letters.
  await first.keyboard.press('/');
  await expect(first.getByRole('searchbox')).toBeFocused();
  await first.keyboard.type('ax');
  await expect(first.getByRole('searchbox')).toHaveValue('ax');
  await expect(first.getByText('没有找到。')).toBeVisible();
  await first.keyboard.press('ControlOrMeta+a');
  await first.keyboard.press('Backspace');
  await first.keyboard.press('Escape');
  await expect(first.getByRole('searchbox')).not.toBeFocused();
  await expect(first.getByRole('link', { name: /丁四/ })).toBeVisible();
  await onCase(first, '丙三');

  // 不通过: reasons by their numbers, the message as it will be sent, and back with Esc.
  await first.keyboard.press('x');
  const reasons = first.getByRole('region', { name: '不通过原因' });
  const message = first.getByRole('region', { name: '考生会收到' });
  await first.keyboard.press('x');
  await expect(reasons.getByRole('alert')).toBeVisible();
  await first.keyboard.press('1');
  await first.keyboard.press('2');
  await first.keyboard.press('2');
  await expect(reasons.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await expect(message).toContainText('1. 身份证人像面：身份证人像面不够清晰');
  await expect(message).not.toContainText('2. ');
  await accessible(first);
  await first.keyboard.press('Escape');
  await expect(reasons).toBeHidden();
  await first.keyboard.press('x');
  await expect(reasons.getByRole('checkbox', { checked: true })).toHaveCount(1);
  await first.keyboard.press('x');
  await onCase(first, '丁四');
  await expect(undoBar).toContainText('丙三：不通过');

  // The colleague's case can be taken over, and the colleague is told.
  await first.keyboard.press('j');
  await expect(first.getByRole('heading', { level: 1, name: theirs })).toBeVisible();
  await expect(first.getByText(/正在审核，至 \d/).first()).toBeVisible();
  await first.keyboard.press('t');
  const question = first.getByRole('dialog', { name: /^接手.*正在审核的这件$/ });
  await accessible(first);
  await question.getByRole('button', { name: '接手' }).press('Enter');
  await onCase(first, theirs);
  await second.keyboard.press('a');
  await expect(second.getByText('这件已由同事接手，决定没有生效。')).toBeVisible();
  await expect(second.getByText(`接手了您正在审核的${theirs}（基本信息）`)).toBeVisible();
  await accessible(second);
  await second.getByRole('button', { name: '知道了' }).press('Enter');
  await expect(second.getByText(/接手了您正在审核的/)).toBeHidden();

  // The rest by both at once, as fast as their keys go.
  await copyFiled(product, [FILED, ...MORE]);
  await first.keyboard.press('a');
  await second.goto('/admin/profiles');
  await expect(second.getByText(/件基本信息待审/)).toBeVisible();
  await second.keyboard.press('n');
  const [byFirst, bySecond] = await Promise.all([decideAll(first), decideAll(second)]);
  expect(Math.min(byFirst, bySecond)).toBeGreaterThan(2);
  await onDatabase(
    product,
    `update outbox set next_at = app_now() where event = 'decision.due' and delivered_at is null`,
  );
  const counted = `select count(*)::int as decided, count(distinct d.subject)::int as cases
     from decisions d join profiles p on p.id = d.subject where p.district = $1`;
  const cases = NAMES.length + MORE.length;
  const all = { decided: cases, cases };
  await expect.poll(async () => (await onDatabase(product, counted, [DISTRICT]))[0]).toEqual(all);
  // Whoever was done first sees the other's last ones go when they look again.
  await first.goto('/admin/profiles');
  await expect(first.getByText('全部审核完了').first()).toBeVisible();
  await first.context().close();
  await second.context().close();
});

/** Approves until nothing is left; a key pressed before a case is there does nothing. Gives how many. */
async function decideAll(page: Page): Promise<number> {
  const over = page.getByText('全部审核完了').or(page.getByText(/件基本信息待审/));
  for (let done = 0; ; done++) {
    const url = page.url();
    await expect(async () => {
      await page.keyboard.press('a');
      await page.waitForURL((next) => next.href !== url, { timeout: 300 });
    }).toPass({ intervals: [50] });
    if (new URL(page.url()).pathname === '/admin/profiles') {
      await expect(over.first()).toBeVisible();
      return done + 1;
    }
  }
}

async function numbersGiven(product: Product): Promise<number> {
  const [row] = await onDatabase<{ count: number }>(
    product,
    'select count(*)::int from admission_numbers where district = $1',
    [DISTRICT],
  );
  return row!.count;
}

/** Cases like the filed one under names of their own, submitted in this order around it. */
async function copyFiled(product: Product, order: readonly string[]): Promise<void> {
  const places = order.map((name, at) => `('${name}', ${at - order.indexOf(FILED)})`);
  await onDatabase(
    product,
    `begin;
     set local session_replication_role = replica;
     create temporary table copied on commit drop as
       select gen_random_uuid() as id, place.name, p.id as source,
              p.submitted_at + place.after * interval '1 ms' as at
         from (values ${places.join(', ')}) as place (name, after), profiles p
        where p.district = '${DISTRICT}' and p.name = '${FILED}' and place.name <> p.name;
     insert into accounts (id, role, name, id_number, id_number_index, phone, phone_index, password_hash)
       select c.id, role, c.name, id_number, decode(md5(c.name || 'i'), 'hex'), phone, decode(md5(c.name || 'p'), 'hex'), password_hash
         from copied c join accounts a on a.id = c.source;
     insert into profiles (id, state, photo_state, answers, confirmed, name, district, submission, submitted_at)
       select c.id, 'pending', photo_state, answers, true, c.name, district, 1, c.at
         from copied c join profiles p on p.id = c.source;
     insert into profile_submissions (profile, no, answers, groups, district, pictures, photo_state, judgement)
       select c.id, no, answers, groups, district, '{}', photo_state, judgement
         from copied c join profile_submissions s on s.profile = c.source and s.no = 1;
     commit`,
  );
}

/** What the verifier found is before the officer: in the photo, on the card, and between the two faces. */
async function judged(officer: Page): Promise<void> {
  const marks = officer.getByRole('img', { name: /^检测标记：人脸框、头顶.*、眼睛.*、下巴/ });
  await expect(marks).toBeVisible();
  await officer.keyboard.press('m');
  await expect(marks).toBeHidden();
  await officer.keyboard.press('m');
  const identity = officer.getByRole('region', { name: '身份核对' });
  for (const name of [/^号码.*一致/, /^出生.*一致/, /^民族.*一致/, /^有效期.*2020\.01\.01–2040\.01\.01/])
    await expect(identity.getByRole('row', { name })).toBeVisible();
  await expect(identity.getByText('是否为同一人由您看图决定')).toBeVisible();
  const faces = identity.getByRole('img', { name: /的脸部$/ });
  const [one, other] = [await faces.nth(0).boundingBox(), await faces.nth(1).boundingBox()];
  expect([one!.width, one!.height]).toEqual([other!.width, other!.height]);
  // Drawn, not only there.
  const tones = faces.evaluateAll((all) =>
    (all as HTMLCanvasElement[]).map(
      (face) => new Set(face.getContext('2d')!.getImageData(0, 0, face.width, face.height).data).size,
    ),
  );
  for (const count of await tones) expect(count).toBeGreaterThan(50);
  await officer.keyboard.press('f');
  await expect(officer.getByRole('dialog', { name: '人像比对' })).toBeVisible();
  await accessible(officer);
  await officer.keyboard.press('Escape');
  const checks = officer.getByRole('region', { name: /^自动核验/ });
  await expect(checks.getByText('睁眼程度')).toBeHidden();
  await officer.keyboard.press('d');
  await expect(checks.getByRole('listitem').filter({ hasText: '睁眼程度' })).toContainText('标准 ≥ 0.16');
  await officer.keyboard.press('d');
}

async function fileAs(browser: Browser, product: Product, name: string): Promise<void> {
  const page = await newPage(browser, product);
  await filed(page, product, aPerson({ name }), DISTRICT);
  await page.context().close();
}

/** The case is open and this officer's. */
async function onCase(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/您正在审核/)).toBeVisible();
}

async function held(page: Page): Promise<string> {
  await expect(page.getByText(/您正在审核/)).toBeVisible();
  return page.getByRole('heading', { level: 1 }).innerText();
}
