// Asks the running service; ends with 0 only when it answers that it is well.
const answer = await fetch('http://127.0.0.1:3000/api/health', {signal: AbortSignal.timeout(2000)});
process.exit((await answer.json()).status === 'ok' ? 0 : 1);
