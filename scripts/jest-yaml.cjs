/** Lets tests import action.yml as the bundle does. */
const {parse} = require('yaml');

module.exports = {
  process: (text) => ({code: `export default ${JSON.stringify(parse(text))};`}),
};
