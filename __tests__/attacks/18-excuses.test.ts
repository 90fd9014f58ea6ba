/**
 * Rule 18 for what excuses: somebody who may edit policy, ignore files and VEX documents wants a finding
 * gone and nothing said. Whatever single edit suppresses a finding that was not suppressed is a loosening.
 */
import {expect, it} from '@jest/globals';
import fc from 'fast-check';
import type {Member} from '../../src/domain/findings/facts.ts';
import {judge} from '../../src/domain/policy/evaluate.ts';
import {known} from '../../src/domain/known.ts';
import {UserError} from '../../src/errors.ts';
import {finding, gathered, judged, secret} from '../support/evidence.ts';
import {policyOf, said, type PolicySide} from '../support/policy-pairs.ts';

const IDS = ['CVE-2026-1', 'CVE-2026-2', 'GHSA-1'];
const PACKAGES = ['semver', 'web'];
const PATHS = ['app/a.json', 'app/**', 'lib/b.json'];
const PURLS = ['pkg:npm/semver', 'pkg:npm/web'];
const DAYS = ['2026-11-24', '2026-11-26', '2027-01-31'];

const some = (...values: readonly string[]) => fc.constantFrom(...values);
const maybe = (...values: readonly string[]) =>
  fc.option(some(...values), {nil: undefined, freq: 2});

type Entry = Readonly<Record<string, string | undefined>>;

/** Entries as flat records, so that any field of one may become that of another. */
const ENTRIES = {
  waivers: fc
    .record({
      ...{rule: some('vulnerabilities', 'secrets'), reason: some('old', 'new')},
      ...{id: maybe(...IDS, 'github-pat'), package: maybe(...PACKAGES), path: maybe(...PATHS)},
      ...{image: maybe('web', 'api'), expires: some(...DAYS)},
    })
    .map((one): Entry => {
      // Others are refused.
      const about = one.rule === 'secrets' ? {...one, package: undefined} : one;
      return (about.id ?? about.package ?? about.path) === undefined
        ? {...about, path: 'app/**'}
        : about;
    }),
  vulnerabilities: fc.record({
    ...{id: some(...IDS), paths: maybe(...PATHS), purls: maybe(...PURLS)},
    ...{expired_at: maybe(...DAYS), statement: maybe('old', 'new')},
  }),
  secrets: fc.record({id: some('github-pat', 'other'), paths: maybe(...PATHS)}),
  ...Object.fromEntries(
    ['vex', 'moreVex'].map((name) => [
      name,
      fc.record({
        ...{name: some(...IDS), id: maybe(...IDS), alias: maybe(...IDS)},
        ...{product: some(...PURLS), purl: maybe(...PURLS), sub: maybe(...PURLS)},
        status: some('not_affected', 'fixed', 'affected', 'under_investigation'),
        timestamp: maybe('2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z'),
        note: maybe('old', 'new'),
      }),
    ]),
  ),
};

type Lists = Readonly<Record<string, readonly Entry[]>>;

interface Edit {
  readonly list: string;
  readonly how: 'field' | 'add' | 'remove' | 'swap';
  readonly at: number;
  readonly field: number;
  readonly donor: Entry;
}

const lists: fc.Arbitrary<Lists> = fc.record(
  Object.fromEntries(
    Object.entries(ENTRIES).map(([name, entry]) => [
      name,
      fc.array<Entry>(entry, {minLength: 1, maxLength: 2}),
    ]),
  ),
);
const edit: fc.Arbitrary<Edit> = some('waivers', 'waivers', ...Object.keys(ENTRIES)).chain((list) =>
  fc.record({
    ...{
      list: fc.constant(list),
      how: fc.constantFrom('field', 'field', 'field', 'add', 'remove', 'swap'),
    },
    ...{at: fc.nat({max: 1}), field: fc.nat({max: 8})},
    donor: ENTRIES[list as keyof typeof ENTRIES] as fc.Arbitrary<Entry>,
  }),
);

function edited(before: Lists, {list, how, at, field, donor}: Edit): Lists {
  const all = before[list] ?? [];
  const names = Object.keys(donor);
  const name = names[field % names.length] ?? '';
  const [one, next] = [all[at], all[at + 1]];
  const now: Readonly<Record<Edit['how'], readonly Entry[]>> = {
    field: all.map((entry, index) => (index === at ? {...entry, [name]: donor[name]} : entry)),
    add: [...all.slice(0, at), donor, ...all.slice(at)],
    remove: all.filter((_, index) => index !== at),
    swap:
      one === undefined || next === undefined
        ? all
        : [...all.slice(0, at), next, one, ...all.slice(at + 2)],
  };
  return {...before, [list]: now[how]};
}

const listed = (value: string | undefined) => (value === undefined ? undefined : [value]);

function statementOf(entry: Entry): object {
  const {name, id, alias, product, purl, sub, status, timestamp, note} = entry;
  return {
    vulnerability: {name, '@id': id, aliases: listed(alias)},
    products: [
      {
        '@id': product,
        identifiers: purl === undefined ? undefined : {purl},
        subcomponents: sub === undefined ? undefined : [{'@id': sub}],
      },
    ],
    ...{status, timestamp, status_notes: note},
  };
}

function sideOf({waivers = [], vulnerabilities = [], secrets = [], ...vex}: Lists): PolicySide {
  const ignore = ({paths, purls, ...rest}: Entry) => ({
    ...rest,
    ...{paths: listed(paths), purls: listed(purls)},
  });
  return {
    policy: {waivers},
    ignores: {vulnerabilities: vulnerabilities.map(ignore), secrets: secrets.map(ignore)},
    vex: Object.values(vex).map((statements) => statements.map(statementOf)),
  };
}

/** go-vex, `VEX.Matches` and `SortStatements`: by name and time; of the same ones either order. */
function isAnswered(id: string, purl: string, statements: readonly Entry[], isTurned: boolean) {
  const matching = statements.filter(
    (one) =>
      [one['name'], one['id'], one['alias']].includes(id) &&
      [one['product'], one['purl']].includes(purl) &&
      (one['sub'] === undefined || one['sub'] === purl),
  );
  const rank = ({name = '', timestamp = ''}: Entry): string => `${name} ${timestamp}`;
  const last = (isTurned ? matching.toReversed() : matching)
    .toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0))
    .at(-1);
  return last !== undefined && ['not_affected', 'fixed'].includes(last['status'] ?? '');
}

interface Day {
  readonly today: string;
  readonly isTurned: boolean;
}

/** All that is there, two packages in each of the vulnerabilities, judged as the gate does. */
function suppressed(given: Lists, {today, isTurned}: Day): ReadonlySet<string> {
  const findings = IDS.flatMap((id) =>
    PURLS.map((purl, at) => {
      const by = ['vex', 'moreVex'].some((name) =>
        isAnswered(id, purl, given[name] ?? [], isTurned),
      );
      const member: Member = {
        ...{package: PACKAGES[at] ?? '', version: '1.0.0', purl: `${purl}@1.0.0`},
        ...{path: at === 0 ? 'app/a.json' : 'lib/b.json', ...(by ? {vex: {status: 'fixed'}} : {})},
      };
      const about = PACKAGES[at] ?? '';
      return finding({id, package: about, identity: `${id} ${about}`, members: [member]});
    }),
  );
  const secrets = ['app/a.json', 'lib/b.json'].map((path) => secret({path}));
  const images = ['web', 'api'].map((name) =>
    gathered({vulnerabilities: judged(findings), secrets: known(secrets)}, {name}),
  );
  const judgement = judge({policy: policyOf(sideOf(given)), images, today});
  return new Set(
    [...judgement.suppressed].flatMap(([id, all]) => [...all.keys()].map((one) => `${id} ${one}`)),
  );
}

it('every edit that suppresses a finding is said', () => {
  let loosened = 0;
  const day = fc.record({today: some(...DAYS), isTurned: fc.boolean()});
  fc.assert(
    fc.property(lists, edit, day, (before, change, when) => {
      const now = edited(before, change);
      try {
        const old = suppressed(before, when);
        const fresh = [...suppressed(now, when)].filter((one) => !old.has(one));
        if (fresh.length === 0) return;
        loosened += 1;
        expect({fresh, said: said(sideOf(before), sideOf(now))}).toEqual({
          fresh,
          said: expect.arrayContaining([expect.any(String)]),
        });
      } catch (error) {
        // A waiver that names nothing is refused.
        if (!(error instanceof UserError)) throw error;
      }
    }),
    {numRuns: 1500},
  );
  expect(loosened).toBeGreaterThan(50);
});

it.each(['id', 'package', 'path', 'image'])('a waiver of another %s is another one', (field) => {
  const side = (value: string): PolicySide => ({
    policy: {
      waivers: [
        {
          ...{rule: 'vulnerabilities', id: 'CVE-1', reason: 'old', expires: '2027-01-31'},
          [field]: value,
        },
      ],
    },
  });
  expect(said(side('web'), side('api'))).toHaveLength(1);
  expect(said(side('web'), side('web'))).toEqual([]);
});
