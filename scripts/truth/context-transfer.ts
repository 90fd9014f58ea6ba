/** What a build moves of its context: BuildKit's own `transferring context:` for each way to ask for a part. */
import {contextForms, isProtocol, moved} from '../../__tests__/support/context-forms.ts';
import {errorMessage} from '../../src/errors.ts';
import {didNotRun, judge, type Row} from './row.ts';
import {named} from './tools.ts';

const NAME = 'context-transfer';
const PROTOCOL = {
  name: 'protocol',
  reason:
    'BuildKit counts what goes over the wire: the name, times and rights of each entry, and heads of packets, beside the bytes of the files.',
};

/** @param wanted parts of names of images; none: all */
export async function* contextRows(wanted: readonly string[]): AsyncGenerator<Row> {
  if (wanted.length > 0 && !wanted.some((part) => NAME.includes(part))) return;
  const tool = await named('docker');
  for (const form of contextForms()) {
    try {
      const found = await moved(form);
      const explained = isProtocol(found) ? [{...PROTOCOL, amount: found.added}] : [];
      const {theirs, ours} = found;
      yield judge({figure: form.name, theirs, ours, explained}, {image: NAME, tool});
    } catch (error) {
      yield didNotRun(NAME, 'docker', `${form.name}: ${errorMessage(error)}`);
    }
  }
}
