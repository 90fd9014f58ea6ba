/** The version of Plimsoll; package.json says the same, and a test holds it. */
export const VERSION = '0.0.0';
