/** For scripts that run `src` on bare node (`node --import ./scripts/yaml-import.mjs`): action.yml as the document that it is. */
import {readFileSync} from 'node:fs';
import {registerHooks} from 'node:module';
import {fileURLToPath} from 'node:url';
import {parse} from 'yaml';

registerHooks({
  load: (url, context, next) =>
    url.endsWith('.yml')
      ? {
          format: 'module',
          source: `export default ${JSON.stringify(parse(readFileSync(fileURLToPath(url), 'utf8')))};`,
          shortCircuit: true,
        }
      : next(url, context),
});
