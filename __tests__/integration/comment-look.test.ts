/** The comment as GFM and a real browser show it: a report of the example, as the gate has made it. */
import {execFileSync, spawnSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, it} from '@jest/globals';
import type {Browser} from 'playwright-core';
import {openPage, startBrowser, type View} from '../../scripts/screenshots/browser.ts';
import {pageOf} from '../../scripts/screenshots/page.ts';
import {reportSchema, type Report} from '../../src/domain/report/schema.ts';
import {renderComment} from '../../src/publishers/comment/render.ts';
import {ROOT} from '../support/command.ts';

const REPORT = reportSchema.parse(
  JSON.parse(readFileSync(join(ROOT, '__tests__/fixtures/comment/report.json'), 'utf8')),
);
const PHONE: View = {width: 390, colorScheme: 'light'};

let browser: Browser;
beforeAll(async () => {
  if (spawnSync('chromium', ['--version']).status !== 0)
    execFileSync('bash', [join(ROOT, 'lab/up'), 'chromium'], {stdio: 'pipe'});
  browser = await startBrowser();
}, 300_000);
afterAll(async () => {
  await browser.close();
});

/** Pixels of what is there, and of what is shown of it. */
async function widths(
  report: Report,
  {selector, view}: {readonly selector: string; readonly view: View},
): Promise<readonly [number, number]> {
  const page = await openPage(browser, {html: pageOf(renderComment(report, {links: {}})), view});
  return page.evaluate<readonly [number, number]>(
    `(({scrollWidth, clientWidth}) => [scrollWidth, clientWidth])(document.querySelector("${selector}"))`,
  );
}

describe('on a phone of 390 pixels', () => {
  it('the first table is shown whole', async () => {
    const [there, shown] = await widths(REPORT, {selector: 'table', view: PHONE});
    expect(shown).toBeGreaterThan(200);
    expect(there).toBeLessThanOrEqual(shown);
  });

  it('a name without a place to break does not widen it', async () => {
    const images = REPORT.images.map((image) => ({
      ...image,
      id: `${'x'.repeat(70)}/${image.platform}`,
    }));
    const [there, shown] = await widths({...REPORT, images}, {selector: 'table', view: PHONE});
    expect(there).toBeLessThanOrEqual(shown);
  });

  it('the page itself does not scroll sideways', async () => {
    const [there, shown] = await widths(REPORT, {selector: 'html', view: PHONE});
    expect(there).toBeLessThanOrEqual(shown);
  });
});

it.each(['light', 'dark'] as const)('its words can be read in %s', async (colorScheme) => {
  const page = await openPage(browser, {
    html: pageOf(renderComment(REPORT, {links: {}})),
    view: {width: 900, colorScheme},
  });
  const [colour, background] = await page.evaluate<readonly string[]>(
    '(({color, backgroundColor}) => [color, backgroundColor])(getComputedStyle(document.querySelector(".comment")))',
  );
  expect(background).toBe(colorScheme === 'light' ? 'rgb(255, 255, 255)' : 'rgb(13, 17, 23)');
  expect(colour).toBe(colorScheme === 'light' ? 'rgb(31, 35, 40)' : 'rgb(240, 246, 252)');
  expect(await page.locator('h2').innerText()).toBe(
    'Plimsoll: over the line. 2 of 2 images failed.',
  );
  expect(await page.locator('.comment').innerText()).not.toContain('plimsoll-comment');
  expect(await page.locator('details[open]').count()).toBe(0);
});
