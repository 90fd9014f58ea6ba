/** Tests run as node runs our scripts: types are taken out, and every line and column stays where it is. */
import {stripTypeScriptTypes} from 'node:module';

export default {
  process: (text) => ({code: stripTypeScriptTypes(text)}),
};
