/** `npm run screenshots -- [REPORT]`: the comment of a report as GitHub shows it, into docs/. */
import {mkdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {reportSchema} from '../../src/domain/report/schema.ts';
import {renderComment} from '../../src/publishers/comment/render.ts';
import {openPage, startBrowser, type View} from './browser.ts';
import {pageOf} from './page.ts';

const VIEWS: Readonly<Record<string, View>> = {
  'comment-light': {width: 900, colorScheme: 'light'},
  'comment-dark': {width: 900, colorScheme: 'dark'},
  'comment-light-390': {width: 390, colorScheme: 'light'},
  'comment-dark-390': {width: 390, colorScheme: 'dark'},
};

/** Pixels: what a reader sees first. */
const TALLEST = 1200;

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const [file = at('../../__tests__/fixtures/comment/report.json')] = process.argv.slice(2);
const report = reportSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
const repository = 'https://github.com/example/shop';
const links = {
  ...{repository, blob: `${repository}/blob/${'c'.repeat(40)}`},
  run: `${repository}/actions/runs/1/attempts/1`,
};
const html = pageOf(renderComment(report, {links}));

mkdirSync(at('../../docs'), {recursive: true});
const browser = await startBrowser();
for (const [name, view] of Object.entries(VIEWS)) {
  const page = await openPage(browser, {html, view});
  const {width} = view;
  const clip = {x: 0, y: 0, width, height: TALLEST};
  await page.screenshot({path: at(`../../docs/${name}.png`), clip, fullPage: true});
}
await browser.close();
