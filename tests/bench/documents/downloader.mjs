// Whoever takes a document away, in a process of their own: megabytes that arrive never hold up those who measure notes.
// Asked by `{ url, token }`, answers `{ ms, bytes }` or `{ problem }`.

process.on('message', async (/** @type {{ url: string, token: string }} */ { url, token }) => {
  const start = performance.now();
  try {
    const answer = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
    if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
    const bytes = (await answer.arrayBuffer()).byteLength;
    process.send?.({ ms: performance.now() - start, bytes });
  } catch (error) {
    process.send?.({ problem: String(error) });
  }
});
