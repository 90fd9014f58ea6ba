import {expect, it} from '@jest/globals';
import {RecordHistory} from '../../../src/domain/image/removed-records.ts';
import {Tree, type TreeEntry} from '../../../src/domain/image/tree.ts';

const file = (name: string): TreeEntry => ({
  name: Buffer.from(name).toString('latin1'),
  kind: 'file',
  size: 1,
  mode: 0o644,
  uid: 0,
  gid: 0,
  mtime: 0,
});

function removed(...layers: readonly (readonly string[])[]) {
  const tree = new Tree();
  const history = new RecordHistory();
  for (const names of layers) {
    const entries = names.map(file);
    tree.apply(entries);
    history.apply(entries);
  }
  return history.removed(tree);
}

it.each(['usr/local/bundle', 'usr/lib/ruby/gems/3.3.0', 'usr/local/rvm/gems/ruby-3.2.0'])(
  'a gem in %s without its gemspec is there for as long as its code is',
  (home) => {
    const spec = `${home}/specifications/rack-2.0.0.gemspec`;
    const code = `${home}/gems/rack-2.0.0/lib/rack.rb`;
    const noSpec = `${home}/specifications/.wh.rack-2.0.0.gemspec`;
    expect(removed([spec, code], [noSpec])).toEqual([{path: spec, layers: 1, removedBy: 1}]);
    expect(removed([spec, code], [noSpec, `${home}/gems/.wh.rack-2.0.0`])).toEqual([]);
    expect(removed([spec, `${home}/gems/rack-2.0.0/README.md`], [noSpec])).toEqual([]);
    expect(removed([spec, code], [`${home}/gems/rack-3.1.0/lib/rack.rb`])).toEqual([]);
  },
);
