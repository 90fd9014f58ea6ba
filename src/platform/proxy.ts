/** Through the proxy that HTTPS_PROXY or HTTP_PROXY name, unless NO_PROXY says otherwise. Loaded where one is named. */
import {getProxyUrl} from '@actions/http-client';
import {fetch as fetchBy, ProxyAgent} from 'undici';
import type {Fetched, Init} from './fetched.ts';

export async function fetchByProxy(url: URL, init: Init): Promise<Fetched> {
  const proxy = getProxyUrl(url.href);
  if (proxy === '') return fetch(url, init);
  const headers = Object.fromEntries(init.headers);
  return fetchBy(url, {...init, headers, dispatcher: new ProxyAgent(proxy)});
}
