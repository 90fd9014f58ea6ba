/**
 * An archive of Java that tells nothing of itself: only the Java database knows it, by its SHA-1
 * (296aa1e312aa88abb3327cc51fb9175848554e61), as log4j-core 2.14.1 (lab/trivy-db/archives.yaml).
 */
export const JAR = Buffer.from(
  'UEsDBBQAAAAAAAAAIQCyfwLuGQAAABkAAAAUAAAATUVUQS1JTkYvTUFOSUZFU1QuTUZNYW5pZmVzdC1WZXJzaW9uOiAxLjANCg0KUEsBAhQDFAAAAAAAAAAhALJ/Au4ZAAAAGQAAABQAAAAAAAAAAAAAAIABAAAAAE1FVEEtSU5GL01BTklGRVNULk1GUEsFBgAAAAABAAEAQgAAAEsAAAAAAA==',
  'base64',
);
