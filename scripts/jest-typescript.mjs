/** Tests run as node runs our scripts: types are taken out, and every line and column stays where it is. */
import {createHash} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {stripTypeScriptTypes} from 'node:module';

/** What was made by another node, or by another text of this file, is made anew. */
const MADE_BY = process.version + readFileSync(import.meta.filename, 'utf8');

export default {
  process: (text) => ({code: stripTypeScriptTypes(text)}),
  getCacheKey: (text, path, {configString}) =>
    createHash('sha256')
      .update(JSON.stringify([MADE_BY, text, path, configString]))
      .digest('hex'),
};
