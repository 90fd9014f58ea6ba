/** Threats.md rule 14: what somebody else names is read through one door, `readNamed` and `streamNamed`. */
import {join, relative, resolve} from 'node:path';
import {expect, it} from '@jest/globals';
import ts from 'typescript';

const root = resolve(import.meta.dirname, '../..');
const src = join(root, 'src');

/** Of `Files`: what gives the bytes of a file without asking where it lies. */
const BARE = ['read', 'readText', 'stream', 'sha256', 'copy'];

/** Who may call them, and why nobody else has a say in what they read. */
const OURS: Readonly<Record<string, string>> = {
  'clients/docker-login.ts': "docker's configuration, of the user who runs us",
  'clients/event.ts': "the event's document, which the runner writes",
  'stages/build/layouts.ts': 'layouts that bake has exported to our temporary folder',
  'stages/build/provenance.ts': 'the metadata that bake has written to our temporary folder',
  'stages/build/preseed.ts': 'layouts that bake has exported to our temporary folder',
  'stages/gather/health/archive.ts': 'blobs of an exported layout',
  'stages/cache/blob-cache.ts': 'our folder of this machine, held to digests',
  'stages/cache/sealed.ts': 'our folder of this machine, held to a list of digests',
  'stages/read/document.ts': 'manifest and config of an exported layout',
  'stages/read/find-layer.ts': 'blobs of an exported layout',
  'stages/read/layer.ts': 'blobs of an exported layout',
  'stages/read/layer-cache.ts': 'our folder of this machine, held to a list of digests',
  'stages/scan/analyses.ts': 'our folder of this machine, held to a list of digests',
  'stages/scan/kept-answer.ts': 'our folder of this machine, held to a list of digests',
  'stages/scan/binary/download.ts':
    "an archive that the user's own input names, held to its digest",
  'stages/scan/binary/index.ts': 'our folder of this machine; a program that the user names',
  'stages/scan/binary/unpack.ts': 'the archive that was fetched, whose digest is known',
  'stages/scan/database.ts': 'our folder of this machine, or one that the user names',
  'stages/scan/kept-databases.ts': 'our folder of this machine, held to digests',
  'stages/scan/scanner/copied.ts': "the scanner's folder, filled by us, and its program",
};

function programOf(): ts.Program {
  const host = {...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined};
  const parsed = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), {}, host);
  return ts.createProgram([join(src, 'index.ts')], parsed?.options ?? {});
}

/** Whether a name is that of a bare method of `Files`, however the object at hand is called. */
function isBare(node: ts.Node, checker: ts.TypeChecker): boolean {
  const symbol = ts.isBindingElement(node)
    ? checker.getTypeAtLocation(node.parent).getProperty((node.propertyName ?? node.name).getText())
    : checker.getSymbolAtLocation(node);
  return (symbol?.declarations ?? []).some(
    (made) =>
      ts.isMethodSignature(made) &&
      ts.isInterfaceDeclaration(made.parent) &&
      made.parent.name.text === 'Files' &&
      made.getSourceFile().fileName.endsWith('/deps-files.ts') &&
      BARE.includes(symbol?.name ?? ''),
  );
}

function reads(file: ts.SourceFile, checker: ts.TypeChecker): boolean {
  const visit = (node: ts.Node): boolean =>
    (isNaming(node) && isBare(node, checker)) || ts.forEachChild(node, visit) === true;
  return visit(file);
}

const isNaming = (node: ts.Node): boolean =>
  ts.isIdentifier(node) || ts.isStringLiteralLike(node) || ts.isBindingElement(node);

it('nobody goes round the door but those who read what is ours', () => {
  const program = programOf();
  const checker = program.getTypeChecker();
  const found = program
    .getSourceFiles()
    .filter(({fileName}) => fileName.startsWith(`${src}/`))
    .filter((file) => reads(file, checker))
    .map(({fileName}) => relative(src, fileName))
    .filter((name) => !name.startsWith('platform/') && name !== 'deps-files.ts');
  expect(found.toSorted()).toEqual(Object.keys(OURS).toSorted());
}, 60_000);
