/** The bundle and the tests hold a YAML file as the document that it is. */
declare module '*.yml' {
  const document: unknown;
  export default document;
}
