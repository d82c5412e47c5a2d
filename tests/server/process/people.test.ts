// The built server and people on real sockets: what is refused, the honest who are never fenced, the hostile who disturb
// nobody, and a kill in the middle of work.

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import type * as Y from 'yjs';
import { DigestCheck } from '../../../client/sync/digestCheck.ts';
import { limits } from '../../../shared/board/limits.ts';
import { readItems } from '../../../shared/board/reader.ts';
import { createItems, setText } from '../../../shared/board/verbs.ts';
import type { ItemId } from '../../../shared/lib/ids.ts';
import { encode } from '../../../shared/protocol/messages.ts';
import { createBoard, join, syncUrl } from '../../support/people.ts';
import { RealPerson, until } from '../../support/realPerson.ts';
import { runServerToItsEnd, type ServerProcess, startServer } from '../../support/serverProcess.ts';
import { StockBot } from '../../support/stockBot.ts';

let server: ServerProcess;
const present: { leave(): void }[] = [];

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.dispose());
afterEach(() => {
  for (const person of present.splice(0)) person.leave();
});

async function arrives(
  ...args: Parameters<typeof RealPerson.arrives> extends [string, ...infer Rest] ? Rest : never
) {
  const person = await RealPerson.arrives(server.url, ...args);
  present.push(person);
  return person;
}

const textsOf = (doc: Y.Doc) => [...readItems(doc).values()].map((item) => item.text).sort();

describe('what is refused', () => {
  it('a viewer’s write changes nothing', async () => {
    const created = await createBoard(server.url, 'Look, do not touch');
    const ada = await arrives(created, 'editor', 'Ada');
    createItems(ada.board, [{ kind: 'note', x: 0, y: 0, text: 'the only one' }]);
    await ada.saved();
    const vic = await arrives(created, 'viewer', 'Vic');
    createItems(vic.board, [{ kind: 'note', x: 0, y: 0, text: 'smuggled' }]);
    await until('the viewer hears no', () => vic.rejects.length > 0);
    const fresh = await arrives(created, 'viewer', 'Fresh');
    expect([vic.rejects, textsOf(ada.doc), textsOf(fresh.doc)]).toEqual([
      ['read-only'],
      ['the only one'],
      ['the only one'],
    ]);
  });

  it('wrong tokens, other boards, other people’s documents, and old epochs, each with its code', async () => {
    const [mine, other] = [await createBoard(server.url, 'Mine'), await createBoard(server.url, 'Other')];
    const me = await join(server.url, mine, 'editor', 'Me');
    const they = await join(server.url, mine, 'editor', 'They');
    const elsewhere = await join(server.url, other, 'editor', 'Else');
    const codes = await Promise.all(
      [
        [me.docs.canvas, 'nonsense'],
        [elsewhere.docs.canvas, me.token],
        [they.docs.personal, me.token],
        [me.docs.canvas.replace('/1/', '/0/'), me.token],
        ['b/nowhere/1/canvas', me.token],
      ].map(([doc = '', token = '']) => closeCodeOf(syncUrl(server.url, doc, token))),
    );
    expect(codes).toEqual([4401, 4401, 4403, 4409, 4401]);
  });

  it('forged results in the session document', async () => {
    const created = await createBoard(server.url, 'Honest counts');
    const [eve, ada] = [
      await join(server.url, created, 'facilitator', 'Eve'),
      await join(server.url, created, 'editor', 'Ada'),
    ];
    const bots = [eve, ada].map(({ docs, token }) => new StockBot(server.url, docs.session, token)) as [
      StockBot,
      StockBot,
    ];
    present.push(...bots);
    await until('both are in step', () => bots.every(({ provider }) => provider.synced));
    const [forged, seen] = [bots[0].doc, bots[1].doc];
    forged.getMap('results').set('ballot', { tally: { mine: 99 } });
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect([seen.getMap('results').size, seen.getMap('people').size]).toEqual([0, 2]);
  });

  it('a second process on the data folder', async () => {
    const second = await runServerToItsEnd({ dataDir: server.dataDir });
    expect([second.code === 0, second.err.trim().split('\n').length]).toEqual([false, 1]);
    expect(second.err).toMatch(/in use|another/i);
  });
});

function closeCodeOf(address: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.once('close', (code) => resolve(code));
    socket.once('error', reject);
  });
}

describe('the honest are never fenced', () => {
  it('typing on while the connection comes and goes', async () => {
    const created = await createBoard(server.url, 'Shaky');
    const [ada, ben] = [await arrives(created, 'editor', 'Ada'), await arrives(created, 'editor', 'Ben')];
    const [id] = createItems(ada.board, [{ kind: 'note', x: 0, y: 0 }]) as [ItemId];
    let text = '';
    for (const [i, letter] of [...'Many small ideas beat one big plan 🌻'].entries()) {
      text += letter;
      setText(ada.board, { id, text });
      if (i % 7 === 3) {
        // A cut counts only where there is a line.
        await until('the line is back', () => ada.sync.connected.get());
        ada.cut();
      }
      await new Promise((resolve) => setTimeout(resolve, 15));
    }
    await ada.saved();
    await until('Ben sees it', () => ben.text === ada.text);
    expect([ada.rejects, ben.rejects, ben.board.get(id)?.text, ada.sockets.length > 3]).toEqual([
      [],
      [],
      text,
      true,
    ]);
  });

  it('two tabs of one person, writing at once', async () => {
    const created = await createBoard(server.url, 'Two tabs');
    const first = await arrives(created, 'editor', 'Ada');
    const second = await RealPerson.anotherTab(server.url, first);
    present.push(second);
    for (let i = 0; i < 20; i++) {
      createItems((i % 2 ? first : second).board, [{ kind: 'note', x: i, y: 0, text: `${i}` }]);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await Promise.all([first.saved(), second.saved()]);
    await until('both are equal', () => first.text === second.text);
    expect([first.rejects, second.rejects, first.board.items.size]).toEqual([[], [], 20]);
  });

  it('2,000 notes pasted offline, and a viewer who comes back after it', async () => {
    const created = await createBoard(server.url, 'Big paste');
    const [ada, vic] = [await arrives(created, 'editor', 'Ada'), await arrives(created, 'viewer', 'Vic')];
    ada.cut();
    const notes = Array.from({ length: 2_000 }, (_, i) => ({
      kind: 'note' as const,
      x: i % 40,
      y: i,
      text: `Idea ${i}`,
    }));
    createItems(ada.board, notes);
    vic.cut();
    await ada.saved();
    await until('the viewer sees it all', () => vic.text === ada.text);
    expect([ada.rejects, vic.rejects, vic.board.items.size]).toEqual([[], [], 2_000]);
  });
});

describe('the hostile disturb nobody', () => {
  it('garbage, text frames, oversized frames: the sender is refused, others work on', async () => {
    const created = await createBoard(server.url, 'Calm');
    const ada = await arrives(created, 'editor', 'Ada');
    const eve = await join(server.url, created, 'editor', 'Eve');
    const attacks: (string | Uint8Array)[] = [
      'text',
      new Uint8Array(0),
      new Uint8Array(64).fill(255),
      encode.update(new Uint8Array(limits.updateBytesMax + 1)),
      new Uint8Array(limits.step2BytesMax + 10_000),
      encode.update(Uint8Array.of(1, 1, 5, 0, 0, 255, 255, 255, 255, 15, 0)),
    ];
    for (const attack of attacks) {
      const socket = new WebSocket(syncUrl(server.url, eve.docs.canvas, eve.token));
      await new Promise((resolve) => socket.once('open', resolve));
      socket.on('error', () => {});
      socket.send(attack);
      createItems(ada.board, [{ kind: 'note', x: 0, y: 0, text: '<script>alert(1)</script> \u202Eابجد' }]);
      await ada.saved();
      socket.terminate();
    }
    const fresh = await arrives(created, 'viewer', 'Fresh');
    expect([fresh.text === ada.text, ada.board.items.size, ada.rejects, ada.sockets.length]).toEqual([
      true,
      attacks.length,
      [],
      1,
    ]);
  });
});

describe('copies are compared', () => {
  it('once a burst is over everybody is told what their board must come to, and it does', async () => {
    const created = await createBoard(server.url, 'Compared');
    const [ada, ben] = [await arrives(created, 'editor', 'Ada'), await arrives(created, 'viewer', 'Ben')];
    const verdicts: boolean[] = [];
    for (const { sync, doc } of [ada, ben]) {
      const check = new DigestCheck(doc);
      present.push({ leave: () => check.destroy() });
      sync.messages.add((message) => {
        if (message.type === 'digest') verdicts.push(check.agrees(message.digest));
      });
    }
    createItems(ada.board, [{ kind: 'note', x: 1, y: 2, text: 'the same for all' }]);
    await until('both are told', () => verdicts.length >= 2);
    expect(new Set(verdicts)).toEqual(new Set([true]));
  });
});

describe('a kill in the middle of work', () => {
  it('loses nothing that was called saved, and everybody ends equal', async () => {
    const own = await startServer();
    try {
      const created = await createBoard(own.url, 'Unlucky');
      const people = await Promise.all(
        ['Ada', 'Ben', 'Cem'].map((name) => RealPerson.arrives(own.url, created, 'editor', name)),
      );
      const saved = new Set<string>();
      for (let round = 0; round < 4; round++) {
        for (let i = 0; i < 30; i++) {
          for (const person of people)
            createItems(person.board, [{ kind: 'note', x: i, y: round, text: `${round}.${i}` }]);
          for (const person of people) {
            if (person.sync.save.isSafe) for (const id of person.board.items.keys()) saved.add(id);
          }
          await new Promise((resolve) => setTimeout(resolve, 4));
        }
        await own.kill();
        await own.restart();
      }
      for (const person of people) await person.saved();
      await until('all are equal', () => new Set(people.map((person) => person.text)).size === 1);
      const fresh = await RealPerson.arrives(own.url, created, 'viewer', 'Fresh');
      const lost = [...saved].filter((id) => !fresh.board.items.has(id as ItemId));
      expect([lost, fresh.board.items.size, people.flatMap((person) => person.rejects)]).toEqual([
        [],
        360,
        [],
      ]);
      for (const person of [...people, fresh]) person.leave();
    } finally {
      await own.dispose();
    }
  });
});
