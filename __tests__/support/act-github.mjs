/** For `node --import`: act gives every step the addresses of github.com, and none of a workflow's own. */
const {LAB_GITHUB: url} = process.env;
if (url !== undefined && url !== '') {
  process.env.GITHUB_API_URL = url;
  process.env.GITHUB_GRAPHQL_URL = `${url}/graphql`;
}
