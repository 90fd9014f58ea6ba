import type {Secrets} from '../deps.ts';
import {ValueIndex} from '../domain/text/find-values.ts';
import {maskText} from '../domain/text/mask.ts';
import {writtenForms} from '../domain/text/value-forms.ts';

/** Keeps the values that must appear in no output (threats.md rules 3 and 15), in every form they may take. */
export function liveSecrets(): Secrets {
  const added = new Set<string>();
  const suspected = new Set<string>();
  const cleared = new Set<string>();
  const identities: string[] = [];
  let index: ValueIndex | undefined;
  let spared: ReadonlySet<string> | undefined;
  const changed = (): void => {
    [index, spared] = [undefined, undefined];
  };
  const current = (): ValueIndex => {
    const values = [...added, ...[...suspected].filter((value) => !cleared.has(value))];
    return (index ??= new ValueIndex(new Set(values.flatMap(writtenForms))));
  };
  const sparedForms = (): ReadonlySet<string> =>
    (spared ??= new Set([...current().find(identities.join('\n\n'))].map(({value}) => value)));
  return {
    add: (values) => {
      for (const value of values) added.add(value);
      changed();
    },
    suspect: (values) => {
      for (const value of values) suspected.add(value);
      changed();
    },
    clear: (isOpen) => {
      for (const value of suspected) if (isOpen(value)) cleared.add(value);
      changed();
    },
    mask: (text) => maskText(text, current()),
    spare: (more) => {
      for (const one of more) identities.push(one);
      spared = undefined;
    },
    sweep: (text) => {
      const open = sparedForms();
      return maskText(text, current(), (form) => open.has(form));
    },
  };
}
