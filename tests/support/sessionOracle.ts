// What must hold in a session at every moment, whatever happens: nothing of a private idea leaves before it is on the wall,
// every idea comes there once or stays with its owner, answers are as durable as what they tell of, promises only tighten.

import { createHash } from 'node:crypto';
import type * as Y from 'yjs';
import { readDrafts } from '../../shared/board/drafts.ts';
import type { ParticipantId } from '../../shared/lib/ids.ts';
import { decodeServerMessage, messageType } from '../../shared/protocol/messages.ts';
import type { SentFrame, SimSession } from './simSession.ts';

interface Idea {
  readonly owner: ParticipantId;
  /** Whether its writer had been promised that nobody learns whose it is. */
  readonly promised: boolean;
  /** Its owner may have thrown it away. */
  isGivenUp: boolean;
  wasKept: boolean;
}

const pattern = /kq\d{4}x/g;

export class SessionOracle {
  readonly wrongs = new Set<string>();
  private readonly world: SimSession;
  private readonly ideas = new Map<string, Idea>();
  /** Phases that were nameless once, by id. */
  private readonly nameless = new Set<string>();
  /** The phase in which the board was last seen to be anonymous. */
  private anonymousIn: string | null = null;
  private logRead = 0;

  constructor(world: SimSession) {
    this.world = world;
    world.onSent = (sent) => this.sees(sent);
    world.onCommit = () => this.check();
  }

  /** A word that stands in one private idea and nowhere else. */
  mark(owner: ParticipantId, promised: boolean): string {
    const mark = `kq${String(this.ideas.size).padStart(4, '0')}x`;
    this.ideas.set(mark, { owner, promised, isGivenUp: false, wasKept: false });
    return mark;
  }

  givenUp(text: string): void {
    for (const mark of marksIn(text)) {
      const idea = this.ideas.get(mark);
      if (idea !== undefined) idea.isGivenUp = true;
    }
  }

  /** What the durable documents say right now. */
  check(): void {
    const wall = this.world.wall().flatMap(marksIn);
    const onWall = new Set(wall);
    if (onWall.size < wall.length) this.wrongs.add('an idea came to the wall twice');
    const { reveals } = this.world.state();
    if (reveals.reduce((sum, { ideas }) => sum + ideas, 0) !== wall.length)
      this.wrongs.add('the session tells of other reveals than the wall');
    this.checkKept(onWall);
    this.checkPromises();
    this.checkEffects();
    for (const line of this.world.logLines.slice(this.logRead))
      if (marksIn(line).length > 0) this.wrongs.add(`the log tells of an idea: ${line}`);
    this.logRead = this.world.logLines.length;
  }

  /** At the end, when everybody is online and nothing is under way. */
  async checkEnd(): Promise<void> {
    this.check();
    const kept = new Set([...this.world.wall(), ...this.heldTexts()].flatMap(marksIn));
    for (const [mark, { owner, isGivenUp }] of this.ideas)
      if (!isGivenUp && !kept.has(mark)) this.wrongs.add(`an idea of ${owner} is nowhere`);
    const disk = this.world.disk.peek();
    if ((await disk.list(['erase'])).length > 0) this.wrongs.add('what was revealed is not erased');
    const session = await disk.load('board/session');
    if (new Set(session.bindings.values()).size !== 1 || ![...session.bindings.values()].includes('server'))
      this.wrongs.add('somebody else than the server wrote the session');
    const canvas = await disk.load('board/canvas');
    const writers = [...this.world.docOf('board/canvas').store.clients.keys()];
    if (writers.some((id) => canvas.bindings.get(id) !== 'server'))
      this.wrongs.add('a note on the wall carries the client id of a person');
    const expected = sessionText(this.world.docOf('board/session'));
    for (const { id, lines } of this.world.members) {
      if (sessionText(lines.session.doc) !== expected) this.wrongs.add(`${id} sees another session`);
      const unfair = [lines.session, lines.personal, lines.canvas].flatMap(({ rejects }) =>
        rejects.filter((code) => code !== 'disk-full'),
      );
      if (unfair.length > 0) this.wrongs.add(`${id} was refused for nothing: ${unfair.join(' ')}`);
    }
  }

  private sees({ to, kind, frame }: SentFrame): void {
    const marks = marksIn(Buffer.from(frame).toString('latin1'));
    if (marks.length > 0) {
      const wall = new Set(this.world.wall().flatMap(marksIn));
      for (const mark of marks) {
        if (this.ideas.get(mark)?.owner !== to && !wall.has(mark))
          this.wrongs.add(`${to} was sent an idea of somebody else before it was revealed, on ${kind}`);
      }
    }
    if (frame[0] !== messageType.result) return;
    const message = decodeServerMessage(frame);
    if (message.type !== 'result' || !message.result.ok) return;
    const id = createHash('sha256').update(message.result.id).digest('base64url');
    if (!this.world.puts.has(`command/board/${to}/${id}`))
      this.wrongs.add('a command was called done that a crash could take back');
  }

  private checkKept(onWall: ReadonlySet<string>): void {
    const held = new Set(this.heldTexts().flatMap(marksIn));
    for (const [mark, idea] of this.ideas) {
      const [isOn, isHeld] = [onWall.has(mark), held.has(mark)];
      if (isOn && isHeld) this.wrongs.add('an idea is on the wall and still waits');
      if (idea.wasKept && !isOn && !isHeld && !idea.isGivenUp)
        this.wrongs.add(`an idea of ${idea.owner} was kept and is gone`);
      idea.wasKept ||= isOn || isHeld;
    }
  }

  private checkPromises(): void {
    const { phase, settings } = this.world.state();
    if (phase !== null) {
      if (!phase.anonymous && this.nameless.has(phase.id))
        this.wrongs.add('a phase took its promise of anonymity back');
      if (phase.anonymous) this.nameless.add(phase.id);
      if (this.anonymousIn === phase.id && !settings.anonymous)
        this.wrongs.add('the board took its promise of anonymity back in a phase');
    }
    this.anonymousIn = settings.anonymous ? (phase?.id ?? null) : null;
    for (const [text, author] of Object.entries(this.world.authors())) {
      for (const mark of marksIn(text)) {
        const idea = this.ideas.get(mark);
        if (idea?.promised) this.wrongs.add('an idea that was promised to be nameless has a name');
        if (idea?.owner !== author) this.wrongs.add('an idea has somebody else’s name');
      }
    }
  }

  /** Every command of the story leaves a word of its own behind. */
  private checkEffects(): void {
    const { past, phase, wins } = this.world.state();
    const words = [...past, ...(phase === null ? [] : [phase])].map(({ title }) => title);
    words.push(...wins.map(({ text }) => text));
    if (new Set(words).size < words.length) this.wrongs.add('a command had its effect twice');
  }

  private heldTexts(): string[] {
    return this.world.members.flatMap(({ id }) =>
      readDrafts(this.world.docOf(`board/personal/${id}`)).map(({ text }) => text),
    );
  }
}

function marksIn(text: string): string[] {
  return text.match(pattern) ?? [];
}

function sessionText(doc: Y.Doc): string {
  return JSON.stringify(
    ['board', 'phase', 'reveals', 'wins', 'counts', 'authors'].map((root) =>
      [...doc.getMap(root).entries()].sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );
}
