/** A real browser for looking at a comment. */
import {chromium, type Browser, type Page} from 'playwright-core';

export interface View {
  /** Pixels. */
  readonly width: number;
  readonly colorScheme: 'light' | 'dark';
}

/** Debian's Chromium, which asks the network for nothing. */
export async function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
}

export async function openPage(
  browser: Browser,
  {html, view: {width, colorScheme}}: {readonly html: string; readonly view: View},
): Promise<Page> {
  const context = await browser.newContext({viewport: {width, height: 400}, colorScheme});
  const page = await context.newPage();
  await page.setContent(html);
  return page;
}
