// The words of the templates for deciding, looking back and meeting, in German. As in englishIdeas.ts.

import type { SameAs } from './english.ts';
import type { englishGroups } from './englishGroups.ts';

export const germanGroups: SameAs<typeof englishGroups> = {
  swot: {
    title: 'SWOT',
    purpose: 'Sehen, wo ihr steht: was innen stark und schwach ist, was von außen hilft und droht.',
    layout: {
      strengths: 'Stärken',
      strengthsHint: 'Was können wir gut? Weshalb kommen andere zu uns?',
      weaknesses: 'Schwächen',
      weaknessesHint: 'Was bremst uns? Was machen andere besser?',
      opportunities: 'Chancen',
      opportunitiesHint: 'Was ändert sich um uns herum, das uns helfen könnte?',
      threats: 'Risiken',
      threatsHint: 'Was könnte es uns schwerer machen, was wir auch tun?',
    },
    steps: {
      inside: [
        'Nach innen sehen',
        'Schreib unsere Stärken und Schwächen auf, eine je Notiz. Nenn zu jeder ein Beispiel.',
      ],
      placeInside: [
        'Inneres ordnen',
        'Legt jede Notiz zu den Stärken oder den Schwächen. Was passt zu beidem? Sprecht darüber.',
      ],
      outside: [
        'Nach außen sehen',
        'Schreib auf, was sich um uns herum ändert: Was könnte uns helfen, was könnte uns bedrohen?',
      ],
      placeOutside: [
        'Äußeres ordnen',
        'Legt jede Notiz zu den Chancen oder den Risiken, und Ähnliches zusammen.',
      ],
      vote: ['Abstimmen', 'Gib deine fünf Punkte dem, was im nächsten Jahr am meisten zählt.'],
      combine: [
        'Verbinden',
        'Welche Stärke passt zu welcher Chance? Welche Schwäche verschärft welches Risiko? Was folgt daraus?',
      ],
    },
  },
  'impact-and-effort': {
    title: 'Wirkung und Aufwand',
    purpose: 'Entscheiden, was zuerst kommt: was etwas bringt gegen das, was es kostet.',
    layout: {
      now: 'Gleich: viel Wirkung, wenig Aufwand',
      nowHint: 'Wer fängt diese Woche an?',
      plan: 'Planen: viel Wirkung, viel Aufwand',
      planHint: 'Welcher erste Teil davon ist schon für sich etwas wert?',
      aside: 'Nebenbei: wenig Wirkung, wenig Aufwand',
      asideHint: 'Nur, wo es uns von nichts abhält.',
      leave: 'Lassen: wenig Wirkung, viel Aufwand',
      leaveHint: 'Ein Nein hier macht Platz für den Rest.',
    },
    steps: {
      collect: [
        'Sammeln',
        'Schreib auf, was wir tun könnten, eins je Notiz, so dass es auch versteht, wer nicht dabei war.',
      ],
      clear: ['Klären', 'Lest alle Notizen. Legt Doppeltes zusammen und teilt, was mehr als eines ist.'],
      rate: ['Einschätzen', 'Gib jeder Notiz ihren Platz: Wie viel bringt sie, und wie viel kostet sie?'],
      place: [
        'Einordnen',
        'Legt die Notizen in die Felder, wie das Ergebnis es sagt. Wo ihr weit auseinanderlagt, redet.',
      ],
      commit: [
        'Festlegen',
        'Beginnt bei „Gleich“: ein Name und ein Datum auf jede Notiz. Wozu sagen wir nein?',
      ],
    },
  },
  'pre-mortem': {
    title: 'Pre-mortem',
    purpose: 'Sich vorstellen, es sei gescheitert, die Gründe finden und vorbeugen, solange Zeit ist.',
    layout: {
      question: 'Was wir vorhaben',
      ask: 'Um welches Vorhaben oder welche Entscheidung geht es? Schreib es hier auf.',
      scene: 'Stellt euch vor',
      year: 'Ein Jahr ist vergangen',
      failed: 'Es ist gescheitert, und zwar richtig',
      certain: 'Das steht fest. Fraglich ist nur, warum',
      blame: 'Sucht Ursachen, nicht Schuldige',
      prevent: 'Was wir tun, damit es nicht so kommt',
      today: 'Was können wir schon diesen Monat tun?',
      signs: 'Frühe Zeichen',
      early: 'Woran merken wir rechtzeitig, dass es anfängt?',
    },
    steps: {
      imagine: [
        'Vorstellen',
        'Schließt eine Minute die Augen: Ein Jahr ist vergangen, und es ist gescheitert. Was seht ihr?',
      ],
      reasons: [
        'Woran es lag',
        'Schreib jeden Grund auf, der dir einfällt, auch was niemand gern sagt. Namen werden nicht behalten.',
      ],
      read: ['Lesen und ordnen', 'Lest alle Gründe laut. Legt Gleiches zusammen und besprecht noch nichts.'],
      vote: ['Abstimmen', 'Gib deine vier Punkte dem, was wahrscheinlich ist und wirklich weh täte.'],
      prevent: [
        'Vorbeugen',
        'Zu jedem Grund mit vielen Punkten: Schreib auf, was wir dagegen tun und woran wir es früh merken.',
      ],
      agree: ['Verabreden', 'Wer kümmert sich worum? Wann sehen wir wieder nach den frühen Zeichen?'],
    },
  },
  'start-stop-continue': {
    title: 'Anfangen, aufhören, weitermachen',
    purpose: 'Als Team zurückblicken und vereinbaren, was ab morgen anders ist.',
    layout: {
      start: 'Anfangen',
      startHint: 'Womit sollten wir anfangen?',
      stop: 'Aufhören',
      stopHint: 'Was kostet mehr, als es bringt?',
      continue: 'Weitermachen',
      continueHint: 'Was klappt und soll bleiben?',
      promise: 'Was wir bis zum nächsten Mal probieren',
      promiseHint: 'Höchstens drei. Jedes mit einem Namen.',
    },
    steps: {
      arrive: ['Ankommen', 'Alle sagen in einem Satz, wie die letzten Wochen waren. Niemand kommentiert.'],
      write: [
        'Schreiben',
        'Schreib auf, womit wir anfangen, aufhören und weitermachen sollten. Beginn mit diesem Wort.',
      ],
      sort: [
        'Ordnen',
        'Legt die Notizen in ihre Spalten und Ähnliches zusammen. Fragt, wo etwas unklar ist.',
      ],
      vote: ['Abstimmen', 'Gib deine drei Punkte dem, worüber wir heute sprechen sollten.'],
      discuss: [
        'Besprechen',
        'Beginnt bei der Notiz mit den meisten Punkten. Was steckt dahinter? Was wäre ein kleiner erster Schritt?',
      ],
      promise: [
        'Vereinbaren',
        'Schreibt höchstens drei Dinge auf, die wir bis zum nächsten Mal probieren, jedes mit einem Namen.',
      ],
    },
  },
  'mad-sad-glad': {
    title: 'Wütend, traurig, froh',
    purpose: 'Geschützt sagen, wie sich die letzten Wochen anfühlten, und ändern, was am meisten drückt.',
    layout: {
      mad: 'Wütend',
      madHint: 'Was hat dich geärgert?',
      sad: 'Traurig',
      sadHint: 'Was hat dich enttäuscht, oder was fehlt dir?',
      glad: 'Froh',
      gladHint: 'Was war gut? Wer hat dir geholfen?',
      change: 'Was wir ändern',
      changeHint: 'Etwas, das in unserer Hand liegt.',
    },
    steps: {
      settle: [
        'Ankommen',
        'Gefühle sind hier weder richtig noch falsch. Was gesagt wird, bleibt in dieser Gruppe.',
      ],
      write: [
        'Schreiben',
        'Was hat dich wütend, traurig oder froh gemacht? Beginn mit diesem Wort. Namen werden nicht behalten.',
      ],
      read: [
        'Lesen und ordnen',
        'Lest jede Notiz laut und legt sie in ihre Spalte. Niemand fragt, von wem sie ist.',
      ],
      vote: ['Abstimmen', 'Gib deine drei Punkte dem, worüber wir sprechen sollten.'],
      talk: [
        'Sprechen',
        'Beginnt bei der Notiz mit den meisten Punkten. Was würden die brauchen, die es betrifft?',
      ],
      change: [
        'Ändern',
        'Schreibt ein oder zwei Dinge auf, die wir ändern, und wer danach sieht. Sagt zum Schluss Danke.',
      ],
    },
  },
  'daily-check-in': {
    title: 'Täglicher Check-in',
    purpose: 'Eine Viertelstunde, um anzukommen, voneinander zu wissen und zu helfen, wo jemand festhängt.',
    layout: {
      mood: 'Wie ich hier bin',
      moodHint: 'Ein Wort, ein Bild oder ein Emoji genügt.',
      today: 'Was ich heute mache',
      todayHint: 'Das eine, das heute Abend fertig sein soll.',
      stuck: 'Was mir im Weg ist',
      stuckHint: 'Wer könnte helfen? Schreib den Namen dazu.',
    },
    steps: {
      arrive: ['Ankommen', 'Schreib eine Notiz: Wie bist du heute hier? Ein Wort oder ein Emoji genügt.'],
      write: [
        'Schreiben',
        'Schreib auf, was du heute machst, und was dir im Weg ist, falls etwas im Weg ist.',
      ],
      round: [
        'Reihum',
        'Eine Minute für jede und jeden: Was ist heute wichtig? Die anderen hören zu und fragen noch nichts.',
      ],
      unblock: ['Helfen', 'Zu allem, was jemandem im Weg ist: Wer hilft, und wann heute?'],
    },
  },
  'lean-coffee': {
    title: 'Lean Coffee',
    purpose:
      'Ein Treffen, dessen Themen die wählen, die da sind, in der Reihenfolge, die den meisten wichtig ist.',
    layout: {
      topics: 'Worüber wir reden könnten',
      topicsHint: 'Ein Thema je Notiz, am besten als Frage.',
      now: 'Jetzt',
      nowHint: 'Ein Thema auf einmal. Zeit um? Daumen hoch: weiter. Sonst das nächste.',
      done: 'Besprochen',
      doneHint: 'Was hier liegt, ist für heute fertig.',
      takeaways: 'Was wir mitnehmen',
      takeawaysHint: 'Einsichten, Beschlüsse, Aufgaben mit einem Namen.',
    },
    steps: {
      topics: ['Themen', 'Schreib auf, worüber du reden möchtest, ein Thema je Notiz, am besten als Frage.'],
      pitch: ['Vorstellen', 'Alle sagen zu jedem ihrer Themen einen Satz. Legt Doppeltes zusammen.'],
      vote: ['Abstimmen', 'Gib deine drei Punkte den Themen, über die du heute reden willst.'],
      first: ['Erstes Thema', 'Legt das Thema mit den meisten Punkten auf „Jetzt“ und sprecht darüber.'],
      second: [
        'Zweites Thema',
        'Legt das nächste Thema auf „Jetzt“. Alle Daumen hoch: weiter. Sonst das nächste.',
      ],
      third: [
        'Drittes Thema',
        'Legt das nächste Thema auf „Jetzt“ und lasst den Rest für einen anderen Tag.',
      ],
      takeaways: [
        'Mitnehmen',
        'Schreib auf, was du mitnimmst: eine Einsicht oder eine Aufgabe mit deinem Namen.',
      ],
    },
  },
  'content-calendar': {
    title: 'Redaktionsplan',
    purpose: 'Vier Wochen Beiträge, Artikel oder Folgen planen, auf die jemand wartet.',
    layout: {
      question: 'Für wen und wozu',
      ask: 'Wer soll es lesen, sehen oder hören, und was soll daraus werden? Schreib es hier auf.',
      backlog: 'Ideen ohne Termin',
      backlogHint: 'Gute Ideen warten hier, bis sie dran sind.',
      week1: 'Woche 1',
      week1Hint: 'Was ist zuerst fertig und eröffnet die Reihe?',
      week2: 'Woche 2',
      week2Hint: 'Was beantwortet eine Frage, die man uns stellt?',
      week3: 'Woche 3',
      week3Hint: 'Was zeigt, wer wir sind und wie wir arbeiten?',
      week4: 'Woche 4',
      week4Hint: 'Was lädt zum Mitmachen ein?',
    },
    steps: {
      aim: ['Ziel klären', 'Für wen ist es, und was soll daraus werden? Welche Termine stehen schon fest?'],
      ideas: [
        'Ideen',
        'Schreib Themen auf, die du selbst gern sehen würdest: eins je Notiz, mit der Form, die es haben könnte.',
      ],
      topics: ['Ordnen', 'Legt zusammen, was zusammengehört. Was wäre eine Reihe?'],
      vote: ['Abstimmen', 'Gib deine fünf Punkte dem, was unserem Publikum am meisten fehlen würde.'],
      place: ['Einplanen', 'Legt die gewählten Ideen in ihre Wochen und schreibt auf jede, wer sie macht.'],
      check: ['Prüfen', 'Ist für alle genug da, und für niemanden zu viel? Was muss heute anfangen?'],
    },
  },
  mediation: {
    title: 'Mediation',
    purpose: 'Von Positionen über Interessen und Möglichkeiten zur Vereinbarung, neutral geleitet.',
    layout: {
      matter: 'Worum es geht',
      ask: 'Die Sache in einem Satz, den beide Seiten unterschreiben würden.',
      rules: 'Wie wir reden',
      listen: 'Eine Person spricht, die anderen hören zu',
      self: 'Sprich von dir: „Ich …“',
      stays: 'Was hier gesagt wird, bleibt hier',
      pause: 'Alle dürfen um eine Pause bitten',
      positions: 'Positionen',
      positionsHint: 'Was ist geschehen, und was verlange ich?',
      interests: 'Interessen',
      interestsHint: 'Warum ist es mir wichtig? Was brauche ich?',
      options: 'Möglichkeiten',
      optionsHint: 'Was ließe sich tun? Noch ist nichts versprochen.',
      agreement: 'Vereinbarung',
      agreementHint: 'Wer tut was, ab wann? Wann sehen wir uns wieder?',
    },
    steps: {
      open: [
        'Eröffnung',
        'Wer leitet, ergreift keine Partei und sagt das auch. Einigt euch, wie ihr reden wollt, und auf die Sache in einem Satz.',
      ],
      positions: [
        'Positionen',
        'Schreib auf, was aus deiner Sicht geschehen ist und was du verlangst. Beginn mit „Ich“.',
      ],
      hear: [
        'Zuhören',
        'Jede Seite erklärt ihre Notizen, die andere wiederholt, was sie gehört hat, bis es stimmt. Wer leitet, ordnet die Notizen.',
      ],
      interests: [
        'Interessen',
        'Schreib auf, warum es dir wichtig ist: Was brauchst du, was macht dir Sorgen? Namen werden nicht behalten.',
      ],
      understand: [
        'Verstehen',
        'Wer leitet, liest die Interessen vor und ordnet sie. Welche davon haben beide Seiten gemeinsam?',
      ],
      options: [
        'Möglichkeiten',
        'Schreib alles auf, was helfen könnte, auch der anderen Seite. Ohne Namen, und nichts ist versprochen.',
      ],
      accept: [
        'Womit könnte ich leben?',
        'Wähle alles, womit du leben könntest, auch was nicht von dir ist.',
      ],
      agree: [
        'Vereinbarung',
        'Schreibt auf, worauf ihr euch einigt: wer was tut, ab wann, und wann ihr gemeinsam darauf schaut.',
      ],
    },
  },
};
