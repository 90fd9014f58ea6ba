import {defined} from '../defined.ts';
import type {ReportImage} from '../report/schema.ts';
import {FORMS} from './allowed-fields.ts';

type Finding = NonNullable<ReportImage['findings']>[number];

const STATES = {
  built: {},
  'not-built': {reason: 'it was not built'},
  unreadable: {reason: 'it could not be read'},
} as const;

/** What code scanning was told of it, and every sentence, is left out; its texts have the forms of their fields. */
export function distrustImage(image: ReportImage): ReportImage {
  const {reason: _reason, sarif: _sarif, build, findings, secrets, ...kept} = image;
  return {
    ...kept,
    ...STATES[image.state],
    notLookedAt: [],
    ...defined({
      build: build && withoutMisses(build),
      findings: findings && distrustFindings(findings),
      secrets: secrets && secrets.map((secret) => ({...secret, title: 'A secret'})),
    }),
  };
}

function withoutMisses({
  misses: _misses,
  ...build
}: NonNullable<ReportImage['build']>): NonNullable<ReportImage['build']> {
  return build;
}

/** One an identity, as ours are; those whose identity is none stay apart. */
function distrustFindings(findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  return findings.filter(({identity}) => {
    if (identity === FORMS.identity.instead) return true;
    if (seen.has(identity)) return false;
    seen.add(identity);
    return true;
  });
}
