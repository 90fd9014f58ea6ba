import {run} from './main.ts';
import {liveDeps} from './platform/live-deps.ts';

await run(await liveDeps());
