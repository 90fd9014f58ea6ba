/** The scanner is asked with the databases that it needs, as far as they are to be had. */
import {join} from 'node:path';
import {scanLayout, wantsJava, type Scan, type Scanning} from '../../clients/trivy.ts';
import type {Deps} from '../../deps.ts';
import {toFileName} from '../../domain/image-id.ts';
import {isKnown, known, mapKnown, type Known} from '../../domain/known.ts';
import {giveAnalyses} from './analyses.ts';
import type {Database} from './database.ts';
import type {Ran, ScanCall} from './scan-call.ts';
import {giveSecretRules, isByOwnRules} from './secret-rules.ts';
import {suppliedTools} from './supply.ts';
import {withRemainingPackages} from './remaining-packages.ts';
import {giveVex} from './vex.ts';

type ScanOptions = Pick<Scan, 'databases' | 'secretsAlone' | 'skipsArchives'> &
  Partial<Pick<Scan, 'layout'>>;

const DEADLINE_SECONDS = 15 * 60;

/**
 * First without Java's database, unless it is expected to be needed: the scanner's own ending for want
 * of it is the sign that there are archives.
 */
export async function askScanner(
  call: ScanCall,
  expected: Known<Database> | undefined,
  deps: Pick<Deps, 'files'>,
): Promise<Known<Ran>> {
  const supplied = await suppliedTools(call.supply);
  if (!isKnown(supplied)) return supplied;
  const {folder, scanner, database} = supplied.value;
  const cache = join(folder, toFileName(call.layout.image.id));
  const {kept, scannable: layout, deadlineSeconds = DEADLINE_SECONDS} = call;
  if (kept?.before !== undefined && isByOwnRules(call))
    await giveAnalyses(kept.before.analyses, cache, deps);
  const vex = await giveVex(call.vex, cache, deps);
  const secretConfig = await giveSecretRules(call.secretRules ?? [], cache, deps);
  const ask = (given: ScanOptions): Promise<Known<Scanning>> =>
    scanLayout({scanner, layout, cache, vex, secretConfig, deadlineSeconds, ...given}, deps);
  if (!isKnown(database)) {
    const alone = await ask({databases: [], secretsAlone: true});
    if (!isKnown(alone)) return database;
    return known({
      scanning: alone.value,
      cache,
      java: undefined,
      withoutDatabase: database.unable,
    });
  }
  const askWith = (java: Known<Database> | undefined, other = layout): Promise<Known<Scanning>> =>
    java !== undefined && isKnown(java)
      ? ask({layout: other, databases: [database.value, java.value]})
      : ask({layout: other, databases: [database.value], skipsArchives: java !== undefined});
  const first = await askWith(expected);
  const isWanted = expected === undefined && wantsJava(first);
  const java = isWanted ? await call.supply.javaDatabase() : expected;
  const scanned = isWanted ? await askWith(java) : first;
  if (!isKnown(scanned)) return scanned;
  const again = (other: string): Promise<Known<Scanning>> => askWith(java, other);
  const whole = await withRemainingPackages(scanned.value, {call, ask: again}, deps);
  return mapKnown(whole, (scanning) => ({scanning, java, cache}));
}
