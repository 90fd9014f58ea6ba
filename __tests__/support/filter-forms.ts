/** Ignore files and VEX documents in the forms that users write, over what one image has. */
import type {Finding} from '../../src/domain/findings/facts.ts';

export interface FilterForm {
  readonly name: string;
  readonly kind: '.trivyignore' | '.trivyignore.yaml' | 'vex';
  readonly text: string;
}

/** One member of a finding of a package in node_modules, and one of the system. */
interface Subjects {
  readonly id: string;
  readonly purl: string;
  readonly path: string;
  readonly systemId: string;
  readonly systemPurl: string;
}

function subjectsOf(findings: readonly Finding[]): Subjects {
  // Those first that have several: only a part may be meant.
  const members = findings
    .toSorted((a, b) => b.members.length - a.members.length)
    .flatMap(({id, members: all}) => all.map((one) => ({id, ...one})));
  const module = members.find(({path}) => path !== undefined);
  const system = members.find(({purl}) => purl?.startsWith('pkg:deb/') === true);
  if (module?.purl === undefined || module.path === undefined || system?.purl === undefined)
    throw new Error('The image of these forms has no module and no system package with a finding.');
  const {id, purl, path} = module;
  return {id, purl, path, systemId: system.id, systemPurl: system.purl};
}

const withoutVersion = (purl: string): string => purl.replace(/@[^@]*$/, '');
const withoutQualifiers = (purl: string): string => purl.replace(/\?.*$/, '');
const [PAST, FUTURE] = ['2020-01-01', '2099-01-01'];

export function filterForms(findings: readonly Finding[]): readonly FilterForm[] {
  const about = subjectsOf(findings);
  const of = (
    kind: FilterForm['kind'],
    texts: Readonly<Record<string, string>>,
  ): readonly FilterForm[] =>
    Object.entries(texts).map(([name, text]) => ({name: `${kind}: ${name}`, kind, text}));
  return [
    ...of('.trivyignore', lists(about)),
    ...of('.trivyignore.yaml', documents(about)),
    ...of('vex', statements(about)),
  ];
}

function lists({id, systemId}: Subjects): Readonly<Record<string, string>> {
  return {
    'an id': `${id}\n`,
    'two, with comments and blanks': `# why\n\n  ${id}  \n${systemId} # because\n`,
    'without a line end': systemId,
    CRLF: `${id}\r\n${systemId}\r\n`,
    'a date that is past': `${id} exp:${PAST}\n`,
    'a date to come': `${id} exp:${FUTURE}\n`,
    'in small letters': `${id.toLowerCase()}\n`,
    'a part of an id': `${id.slice(0, -1)}\n`,
    'an id with a tab': `\t${id}\n`,
    nothing: '\n# nothing\n',
  };
}

function documents({
  id,
  purl,
  path,
  systemId,
  systemPurl,
}: Subjects): Readonly<Record<string, string>> {
  const entries = (...all: readonly object[]): string => JSON.stringify({vulnerabilities: all});
  const folder = path.replace(/\/[^/]*$/, '');
  return {
    'an id': entries({id}),
    two: entries({id}, {id: systemId}),
    'a path': entries({id, paths: [path]}),
    'another path': entries({id, paths: ['other/package.json']}),
    'a pattern of one folder': entries({id, paths: [`${folder}/*`]}),
    'a pattern of all folders': entries({id, paths: ['**/package.json']}),
    'a folder alone': entries({id, paths: [folder]}),
    'a package URL': entries({id, purls: [purl]}),
    'a package URL without a version': entries({id, purls: [withoutVersion(purl)]}),
    'one of the system': entries({id: systemId, purls: [systemPurl]}),
    'one of the system without qualifiers': entries({
      id: systemId,
      purls: [withoutQualifiers(systemPurl)],
    }),
    'another package URL': entries({id, purls: ['pkg:npm/other']}),
    'path and package URL': entries({id, paths: [path], purls: [purl]}),
    'path and another package URL': entries({id, paths: [path], purls: ['pkg:npm/other']}),
    'a date that is past': `vulnerabilities:\n  - id: ${id}\n    expired_at: ${PAST}\n`,
    'a date to come': `vulnerabilities:\n  - id: ${id}\n    expired_at: ${FUTURE}\n`,
    'keys that nobody knows': JSON.stringify({vulnerabilities: [{id, reason: 'x'}], other: []}),
    'an anchor': `x: &x {id: ${id}}\nvulnerabilities:\n  - *x\n`,
    'another list': JSON.stringify({secrets: [{id}]}),
    'an empty list': 'vulnerabilities: []\n',
  };
}

function statements({id, purl, systemId, systemPurl}: Subjects): Readonly<Record<string, string>> {
  const document = (...all: readonly object[]): string =>
    JSON.stringify({
      ...{'@context': 'https://openvex.dev/ns/v0.2.0', '@id': 'https://example.com/vex/1'},
      ...{author: 'us', timestamp: '2026-01-01T00:00:00Z', version: 1, statements: all},
    });
  const one = (status: string, product: string, name = id): object => ({
    vulnerability: {name},
    products: [{'@id': product}],
    status,
    ...(status === 'not_affected' && {justification: 'vulnerable_code_not_present'}),
    ...(status === 'affected' && {action_statement: 'Wait.'}),
  });
  return {
    ...Object.fromEntries(
      ['not_affected', 'fixed', 'affected', 'under_investigation'].map((status) => [
        status,
        document(one(status, purl)),
      ]),
    ),
    'a product without a version': document(one('not_affected', withoutVersion(purl))),
    'a product of another version': document(one('not_affected', `${withoutVersion(purl)}@0.0.1`)),
    'of the system': document(one('not_affected', systemPurl, systemId)),
    'of the system without qualifiers': document(
      one('not_affected', withoutQualifiers(systemPurl), systemId),
    ),
    'two of which the later holds': document(
      {...one('not_affected', purl), timestamp: '2026-01-02T00:00:00Z'},
      {...one('affected', purl), timestamp: '2026-01-03T00:00:00Z'},
    ),
    'by identifiers': document({
      ...one('not_affected', 'https://example.com/it'),
      products: [{'@id': 'https://example.com/it', identifiers: {purl}}],
    }),
    'an alias': document({
      ...one('fixed', purl),
      vulnerability: {name: 'GHSA-xxxx-xxxx-xxxx', aliases: [id]},
    }),
  };
}
