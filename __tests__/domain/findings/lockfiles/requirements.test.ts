import {describe, expect, it} from '@jest/globals';
import {lockfileFormat} from '../../../../src/domain/findings/lockfiles/index.ts';
import {requirements} from '../../../../src/domain/findings/lockfiles/requirements.ts';

const TEXT = `# made by pip-compile
-r base.txt
--index-url https://registry.example/simple
Django==4.2.0 \\
    --hash=sha256:aaaa \\
    --hash=sha256:bbbb
    # via -r requirements.in
requests[security,socks] == 2.28.2 ; python_version >= "3.8"  # why
typing_extensions===4.1.0
zope.interface>=5,<6
urllib3 (==1.26.14)
wildcard==1.*
bare
idna; sys_platform == "win32"
held @ https://files.example/held-1.0.zip
-e ./local
git+https://git.example/x.git@v1#egg=x
./wheels/some-1.0-py3-none-any.whl
apps/other
 certifi==2022.12.7
not a requirement
last==1.0 \\`;

const PINS = [
  {name: 'Django', version: '4.2.0', line: 4},
  {name: 'requests', version: '2.28.2', line: 8},
  {name: 'typing_extensions', version: '4.1.0', line: 9},
  {name: 'zope.interface', line: 10},
  {name: 'urllib3', version: '1.26.14', line: 11},
  {name: 'wildcard', line: 12},
  {name: 'bare', line: 13},
  {name: 'idna', line: 14},
  {name: 'held', line: 15},
  {name: 'certifi', version: '2022.12.7', line: 20},
  {name: 'last', version: '1.0', line: 22},
];

describe('requirements.txt', () => {
  it.each([
    ['with Unix line ends', TEXT],
    ['with the line ends of Windows', TEXT.replaceAll('\n', '\r\n')],
    ['behind a byte order mark', `\uFEFF${TEXT}`],
  ])('names what is required, and the version where it states one, %s', (_, text) => {
    expect(requirements.parse(text)).toEqual(PINS);
  });

  it('goes on behind a backslash, and ends at a comment', () => {
    expect(requirements.parse('a==1 \\\n# no\nb==2\nc\\\n==3\n')).toEqual([
      {name: 'a', version: '1', line: 1},
      {name: 'b', version: '2', line: 3},
      {name: 'c', version: '3', line: 4},
    ]);
  });

  it.each([
    ['requirements.txt', true],
    ['apps/api/requirements-dev.txt', true],
    ['requirements/base.txt', true],
    ['docs/requirements.md', false],
    ['my-requirements.txt.bak', false],
    ['requirements/deep/er.txt', false],
    ['node_modules/x/requirements.txt', false],
    ['.venv/lib/python3.12/site-packages/x/requirements.txt', false],
  ])('is %s: %s', (path, isOne) => {
    expect(lockfileFormat(path) === requirements).toBe(isOne);
  });
});
