import type { Locator, Page } from '@playwright/test';
import type { Answers, Field } from '@zikao/contract/forms/fields';
import { type Form, type Step, visibleGroups } from '@zikao/contract/forms/form';
import { paperFile } from './files.ts';

type Noted = { value: string; note: string };
type Line = Record<string, string>;

/** Fills in a step by its definition as a person would: every field that the answers so far call for, in order. */
export async function fillStep(page: Page, form: Form, step: Step, sample: Answers): Promise<void> {
  const typed: Answers = {};
  for (;;) {
    const fields = visibleGroups({ ...form, steps: [step] }, typed)
      .filter(({ original }) => !original)
      .flatMap((group) => Object.entries(group.fields));
    // An answer may call for the next field, so what is shown is asked for anew after each.
    const next = fields.find(([name]) => name in sample && !(name in typed));
    if (!next) return;
    const [name, field] = next;
    await fillField(page, name, field, sample[name]);
    typed[name] = sample[name];
  }
}

async function fillField(page: Page, name: string, field: Field, value: unknown): Promise<void> {
  const control = page.locator(`#field-${name}`);
  switch (field.input) {
    case 'select':
    case 'division':
      await control.selectOption(String(value));
      return;
    case 'radio':
      await page.locator(`input[name="${name}"][value="${String(value)}"]`).check();
      return;
    case 'checks':
      return tick(page, name, value as (string | Noted)[]);
    case 'rows':
      return fillRows(page, name, field, value as Line[]);
    case 'files':
      return attach(page, control, (value as string[]).length);
    default:
      await control.fill(String(value));
  }
}

async function tick(page: Page, name: string, values: (string | Noted)[]): Promise<void> {
  for (const one of values) {
    const value = typeof one === 'string' ? one : one.value;
    await page.locator(`input[name="${name}"][value="${value}"]`).check();
    if (typeof one !== 'string') await page.locator(`input[name="${name}-${value}"]`).fill(one.note);
  }
}

async function fillRows(
  page: Page,
  name: string,
  { columns }: Extract<Field, { input: 'rows' }>,
  lines: Line[],
): Promise<void> {
  for (const [at, line] of lines.entries()) {
    const first = page.locator(`[name^="${name}-${at}-"]`).first();
    if (at > 0 && !(await first.isVisible())) await page.getByRole('button', { name: '增加一行' }).click();
    for (const [key, text] of Object.entries(line)) {
      const cell = page.locator(`[name="${name}-${at}-${key}"]`);
      if (columns[key]!.input === 'select') await cell.selectOption(text);
      else await cell.fill(text);
    }
  }
}

/** Uploads so many papers, one after another. */
async function attach(page: Page, button: Locator, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const chooser = page.waitForEvent('filechooser');
    await button.click();
    await (await chooser).setFiles(paperFile(`证明材料 ${at + 1}.pdf`));
  }
}
