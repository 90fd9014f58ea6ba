/** A text, and what everybody could make of it again: what a canary is looked for in. */
import {gunzipSync} from 'node:zlib';

const NAMED: Readonly<Record<string, string>> = {lt: '<', gt: '>', quot: '"', apos: "'", amp: '&'};

function withoutEntities(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&([a-z]+);/g, (all, name: string) => NAMED[name] ?? all)
    .replace(/\p{Cf}/gu, '');
}

function withoutPercent(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (all) =>
    Buffer.from(all.replaceAll('%', ''), 'hex').toString(),
  );
}

function withoutBackslashes(text: string): string {
  return text
    .replace(/\\u([\da-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\n/g, '\n')
    .replace(/\\(.)/g, '$1');
}

function fromHex(text: string): string {
  return [...text.matchAll(/(?:[\da-f]{2}){8,}/gi)]
    .map(([digits]) => Buffer.from(digits, 'hex').toString())
    .join('\n');
}

/** What is uploaded as gzip in base64. */
function fromGzip(text: string): string {
  return [...text.matchAll(/H4sI[\w+/]{20,}/g)]
    .map(([digits]) => {
      try {
        return decoded(Buffer.from(digits, 'base64'));
      } catch {
        return '';
      }
    })
    .join('\n');
}

/** In each alignment: what stands before may be of the same alphabet. */
function fromBase64(text: string): string {
  return [...text.matchAll(/[\w+/-]{10,}/g)]
    .flatMap(([digits]) =>
      [0, 1, 2, 3].map((at) => Buffer.from(digits.slice(at), 'base64').toString()),
    )
    .join('\n');
}

export function decoded(data: string | Uint8Array): string {
  const bytes = Buffer.from(data);
  const text =
    bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes).toString() : bytes.toString();
  const plain = withoutEntities(text);
  const views = [text, plain, withoutPercent(plain), withoutBackslashes(text)];
  views.push(withoutEntities(withoutBackslashes(text)), withoutBackslashes(plain));
  const joined = text.replace(/\s/g, '');
  return [
    ...views,
    ...views.flatMap((one) => [fromHex(one), fromBase64(one)]),
    fromBase64(joined),
    fromGzip(text),
  ].join('\n');
}
