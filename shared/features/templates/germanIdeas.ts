// The words of the templates for finding ideas, in German. As in englishIdeas.ts.

import type { SameAs } from './english.ts';
import type { englishIdeas } from './englishIdeas.ts';

export const germanIdeas: SameAs<typeof englishIdeas> = {
  brainstorm: {
    title: 'Brainstorming',
    purpose: 'Viele Ideen zu einer Frage finden und sich auf die wenigen einigen, mit denen es weitergeht.',
    layout: {
      question: 'Unsere Frage',
      ask: 'Wofür suchen wir Ideen? Schreib es hier als eine Frage auf.',
      rules: 'So finden wir Ideen',
      first: 'Erst schreiben, dann reden',
      one: 'Eine Idee je Notiz',
      wild: 'Wilde Ideen sind willkommen',
      build: 'Auf den Ideen der anderen aufbauen',
      next: 'Nächste Schritte',
      who: 'Wer macht was, und bis wann?',
      try: 'Zum Üben: Was ist eine gute Pause?',
      walk: 'Ein Spaziergang',
      nap: 'Ein Nickerchen',
      coffee: 'Kaffee mit jemandem',
    },
    steps: {
      warmUp: ['Aufwärmen', 'Verteile deine zwei Punkte: Was ist eine gute Pause? Das ist nur zum Üben.'],
      think: ['Denken', 'Schreib jede Idee zu unserer Frage auf eine eigene Notiz. Noch sieht sie niemand.'],
      share: [
        'Lesen',
        'Lest alle Ideen in Ruhe. Fragt dann nach, wo etwas unklar ist; bewertet noch nichts.',
      ],
      group: [
        'Ordnen',
        'Legt zusammen, was zusammengehört, und gebt jedem Cluster einen Titel, der sagt, worum es geht.',
      ],
      vote: ['Abstimmen', 'Gib deine drei Punkte den Clustern, mit denen wir weitermachen sollten.'],
      discuss: [
        'Besprechen',
        'Beginnt beim Cluster mit den meisten Punkten: Was ist der allernächste Schritt, und wer macht ihn?',
      ],
    },
  },
  'how-might-we': {
    title: 'Wie könnten wir\u00a0…?',
    purpose: 'Aus dem, was hakt, Fragen machen, die zu Antworten einladen, und die beste beantworten.',
    layout: {
      question: 'Was uns stört',
      ask: 'Wer hat wann welche Mühe? Beschreib es hier in ein, zwei Sätzen.',
      craft: 'Eine gute Frage',
      start: 'Beginnt mit „Wie könnten wir …“',
      broad: 'Zu weit: … besser werden?',
      narrow: 'Zu eng: … eine App bauen?',
      good: 'Richtig: … das Warten verkürzen?',
      first: 'Was wir zuerst probieren',
      small: 'Klein genug für die nächste Woche',
      signs: 'Woran wir merken, dass es wirkt',
      notice: 'Was wird anders sein, und wer sieht es?',
    },
    steps: {
      observe: [
        'Beobachten',
        'Schreib auf, was Menschen im Weg ist: was du gesehen oder gehört hast. Noch keine Lösungen.',
      ],
      sort: ['Ordnen', 'Legt die Notizen zusammen, die dieselbe Geschichte erzählen.'],
      turn: [
        'Umdrehen',
        'Macht aus dem Titel jedes Clusters eine Frage, die mit „Wie könnten wir …“ beginnt.',
      ],
      choose: ['Frage wählen', 'Gib deine drei Punkte den Fragen, die du am liebsten beantworten würdest.'],
      answer: ['Antworten', 'Schreib Antworten auf die Frage mit den meisten Punkten, so viele du kannst.'],
      decide: ['Entscheiden', 'Welche Antwort probieren wir zuerst, und woran merken wir, dass sie wirkt?'],
    },
  },
  'crazy-eights': {
    title: 'Crazy Eights',
    purpose:
      'Acht Ideen in acht Minuten, jede und jeder für sich: so kommt ihr über den ersten Gedanken hinaus.',
    layout: {
      question: 'Worum es geht',
      ask: 'Was soll besser werden, und für wen? Schreib es hier auf.',
      rough: 'Eine Minute je Idee. Grob ist richtig.',
      stuck: 'Leer im Kopf? Stell die letzte Idee auf den Kopf.',
      eight: 'Acht Blickwinkel',
      one: 'Das Naheliegende',
      two: 'Das Gegenteil davon',
      three: 'Für ein Kind von sechs',
      four: 'Ganz ohne Geld',
      five: 'Mit allem Geld der Welt',
      six: 'Bis morgen früh',
      seven: 'Von anderswo geborgt',
      eighth: 'Was sich niemand zu sagen traut',
    },
    steps: {
      agree: [
        'Aufgabe klären',
        'Sagt in einem Satz, was besser werden soll, und für wen. Schreibt es auf die gelbe Notiz.',
      ],
      eights: ['Acht Ideen', 'Acht Notizen in acht Minuten. Ist die Minute um, nimm die nächste.'],
      show: [
        'Zeigen',
        'Alle bekommen eine Minute für ihre Ideen. Die anderen hören zu und urteilen noch nicht.',
      ],
      vote: [
        'Abstimmen',
        'Gib deine vier Punkte den Ideen, in denen etwas steckt, und sei es nur ein Teil davon.',
      ],
      improve: [
        'Besser machen',
        'Nimm eine Idee mit Punkten und schreib sie aus: für wen sie ist, was passiert, warum es hilft.',
      ],
      decide: ['Entscheiden', 'Welche probieren wir aus? Wer macht die erste Fassung, und bis wann?'],
    },
  },
  'brainwriting-6-3-5': {
    title: 'Brainwriting 6-3-5',
    purpose: 'Sechs Leute, drei Ideen, fünf Minuten, dann weitergeben: Leise tragen so viel bei wie Laute.',
    layout: {
      question: 'Unsere Frage',
      ask: 'Wofür suchen wir Ideen? Schreib es hier als eine Frage auf.',
      how: 'So geht es',
      three: 'Drei Ideen in jeder Runde',
      pass: 'Zeit um: Dein Blatt wandert weiter',
      build: 'Lies, was du bekommst, und bau darauf auf',
      blank: 'Leer im Kopf? Verbinde zwei Ideen',
      best: 'Ideen, mit denen es weitergeht',
      why: 'Was macht sie stark?',
      next: 'Nächste Schritte',
      who: 'Wer macht was, und bis wann?',
    },
    steps: {
      agree: ['Frage klären', 'Lest die Frage gemeinsam. Ändert sie, bis alle dasselbe darunter verstehen.'],
      write: [
        'Schreiben und weitergeben',
        'Schreib drei Ideen. Sie dürfen auf dem aufbauen, was auf deinem Blatt steht. Niemand spricht.',
      ],
      group: ['Ordnen', 'Lest alles. Legt zusammen, was zusammengehört, und gebt jedem Cluster einen Titel.'],
      vote: ['Abstimmen', 'Gib deine fünf Punkte den Clustern, die unsere Frage am besten beantworten.'],
      discuss: ['Besprechen', 'Was macht die stärksten Ideen stark? Wer bringt eine davon weiter?'],
    },
  },
  'six-hats': {
    title: 'Sechs Hüte',
    purpose: 'Eine Sache auf sechs Arten betrachten, und alle zur selben Zeit auf dieselbe.',
    layout: {
      blue: 'Blau: das Ziel',
      aim: 'Was wollen wir heute entscheiden? Schreibt es darunter.',
      white: 'Weiß: Fakten',
      facts: 'Was wissen wir? Was müssen wir noch herausfinden?',
      green: 'Grün: Ideen',
      ideas: 'Was könnten wir tun? Was noch?',
      yellow: 'Gelb: Gewinn',
      gains: 'Was ist gut daran, und für wen?',
      black: 'Schwarz: Risiken',
      risks: 'Was kann schiefgehen? Was spricht dagegen?',
      red: 'Rot: Gefühle',
      feelings: 'Was sagt dein Bauch? Gründe braucht es nicht.',
    },
    steps: {
      blueAim: [
        'Blauer Hut: das Ziel',
        'Einigt euch, was heute zu entscheiden ist, und schreibt es in das blaue Feld.',
      ],
      whiteFacts: [
        'Weißer Hut: Fakten',
        'Schreib auf, was bekannt ist und was fehlt. Nur Fakten; Meinungen kommen später.',
      ],
      greenIdeas: [
        'Grüner Hut: Ideen',
        'Schreib auf, was man tun könnte, auch was unmöglich scheint. Niemand urteilt.',
      ],
      yellowGains: [
        'Gelber Hut: Gewinn',
        'Schreib auf, was gut an den Ideen ist, auch an denen, die du nicht magst.',
      ],
      blackRisks: [
        'Schwarzer Hut: Risiken',
        'Schreib auf, was schiefgehen kann, auch bei den Ideen, die du magst.',
      ],
      redFeelings: [
        'Roter Hut: Gefühle',
        'Gib deine drei Punkte den Ideen, die sich richtig anfühlen. Niemand muss sagen, warum.',
      ],
      blueDecision: [
        'Blauer Hut: Entscheidung',
        'Was haben wir entschieden? Was ist noch offen, und wer kümmert sich darum?',
      ],
    },
  },
  'campaign-brainstorm': {
    title: 'Kampagnenideen',
    purpose: 'Vom Publikum über Botschaft und Kanal bis zur Zahl, die zeigt, ob es gewirkt hat.',
    layout: {
      question: 'Unser Ziel',
      ask: 'Was soll nach dieser Kampagne anders sein? Schreib es hier auf.',
      line: 'Die Kampagne in einem Satz',
      sentence: 'Für … sagen wir … auf … und wissen, dass es gewirkt hat, wenn …',
      audience: 'Publikum',
      audienceHint: 'Wer genau? Was beschäftigt sie gerade?',
      message: 'Botschaft',
      messageHint: 'Was sollen sie behalten? Sag es wie zu einer Freundin.',
      channel: 'Kanal',
      channelHint: 'Wo sind sie sowieso? Was lesen sie dort, und wem glauben sie?',
      measure: 'Messen',
      measureHint: 'Welche Zahl zeigt, dass es gewirkt hat, und bis wann?',
    },
    steps: {
      aim: [
        'Ziel klären',
        'Sagt in einem Satz, was danach anders sein soll. Schreibt es auf die gelbe Notiz.',
      ],
      audience: [
        'Publikum',
        'Schreib auf, wen wir erreichen könnten, so genau du kannst: nicht „junge Leute“, sondern eine, die du kennst.',
      ],
      pick: [
        'Ein Publikum wählen',
        'Wer davon bringt uns dem Ziel am nächsten? Wählt eines; die anderen können warten.',
      ],
      message: ['Botschaft', 'Schreib Botschaften für dieses Publikum, so kurz, dass ein Atemzug genügt.'],
      vote: ['Abstimmen', 'Gib deine drei Punkte den Botschaften, die dich an ihrer Stelle bewegen würden.'],
      channel: ['Kanal', 'Schreib auf, wo die Botschaft unser Publikum trifft, und in welcher Form.'],
      measure: [
        'Messen',
        'Schreib auf, was wir zählen, um zu sehen, ob es gewirkt hat, und welche Zahl uns freuen würde.',
      ],
      plan: ['Zusammensetzen', 'Vollendet den Satz ganz oben. Dann: Wer macht was zuerst, und bis wann?'],
    },
  },
};
