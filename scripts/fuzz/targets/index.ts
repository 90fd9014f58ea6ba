/** By the name that `--target` takes. A new one is an entry here. */
import type {Target, Targets} from '../target.ts';
import {archive} from './archives.ts';
import {keptLayer, sealed} from './kept.ts';
import {layoutTarget} from './layouts.ts';
import {POLICIES} from './policies.ts';
import {bakePrint, composePrint} from './prints.ts';
import {record} from './records.ts';
import {collect, relayTarget} from './reports.ts';
import {TEXTS} from './texts.ts';
import {trivy} from './trivy.ts';

export const TARGETS: Targets = new Map<string, Target>([
  ...Object.entries(TEXTS),
  ...Object.entries(POLICIES),
  ['bake-print', bakePrint],
  ['compose-print', composePrint],
  ['layout', layoutTarget()],
  ['trivy', trivy],
  ['record', record],
  ['kept', sealed],
  ['kept-layer', keptLayer],
  ['relay', relayTarget()],
  ['relay-archive', archive],
  ['collect', collect],
]);
