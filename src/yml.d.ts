/** The bundle and the tests hold our own action.yml as the document that it is. */
declare module '*/action.yml' {
  const document: {
    readonly inputs: Readonly<
      Record<string, {readonly description: string; readonly default?: string}>
    >;
  };
  export default document;
}
