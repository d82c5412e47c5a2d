// What columns are called in the files people bring: by Polis, Mural, Miro, Trello, Asana, Jira, by forms and by hand, in
// English, German, French, Spanish, Italian and Portuguese. A name counts only as a whole: `group` is not in
// `group-informed-consensus`.

// The surer it is that a column of this name holds the ideas, the earlier its line.
const textNames: readonly ReadonlySet<string>[] = [
  words(`comment body, idea, ideas, idea text, sticky note, sticky, note text, card name, idee, ideen, haftnotiz, zettel,
    idees, idea principal, ideia, ideias, suggestion, suggestions, vorschlag, vorschlage, proposal, proposals, proposition,
    propositions, propuesta, propuestas, proposta, proposte, propostas, sugerencia, sugerencias, sugestao, anregung`),
  words(`text, texte, texto, testo, content, contents, inhalt, contenu, contenido, contenuto, conteudo, body, comment,
    comments, comment text, kommentar, kommentare, commentaire, commentaires, comentario, comentarios, commento, statement,
    statements, aussage, aussagen, note, notes, notiz, notizen, nota, notas, message, messages, nachricht, mensaje,
    messaggio, answer, answers, antwort, antworten, reponse, reponses, respuesta, respuestas, risposta, resposta, response,
    responses, beitrag, beitrage, contribution, contributions, feedback, opinion, meinung, input, post, tweet, quote, zitat, text area 1, sticky text, plain text`),
  words(`title, titel, titre, titulo, titolo, summary, zusammenfassung, item, issue, task, aufgabe, topic text, description,
    beschreibung, descripcion, descrizione, descricao, task name, subject, betreff, question, frage, name`),
];

const clusterNames =
  words(`cluster, clusters, group, groups, gruppe, gruppen, groupe, grupo, gruppo, category, categories,
  kategorie, kategorien, categorie, categoria, theme, themes, thema, themen, tema, temas, topic, topics, bucket, section,
  abschnitt, section column, list, liste, lista, list name, area, bereich, column, spalte, bereich name, frame, frame name, frame title, rahmen`);

const colourNames =
  words(`color, colour, farbe, couleur, cor, colore, bg color, bg colour, background, background color,
  background colour, hintergrundfarbe, sticky color, note color, fill, fill color`);

const otherNames =
  words(`id, ids, nr, no, number, nummer, numero, key, index, row, timestamp, time, zeit, zeitstempel, date,
  datum, fecha, data, datetime, created, created at, updated, updated at, last updated, author, author id, autor, auteur,
  autore, user, user id, username, participant, voter id, email, e mail, mail, url, link, link to, votes, vote, stimmen, agrees,
  disagrees, moderated, is meta, is seed, score, punkte, status, type, typ, kind, position x, position y, x, y, w, h, width,
  height, tags, labels, comment id, card id, assignee, due date, first name, last name, vorname, nachname`);

const parentNames = words('parent, parent id, contained by, frame id, group id, parent item id, eltern');
const idNames = words('id, item id, key, widget id, shape id, uid, uuid');
const places: Readonly<Record<'x' | 'y' | 'w' | 'h', ReadonlySet<string>>> = {
  x: words('x, position x, pos x, left, x position'),
  y: words('y, position y, pos y, top, y position'),
  w: words('w, width, breite'),
  h: words('h, height, hohe'),
};

/** How sure the name makes it that this column holds the ideas: 3 to 1, 0 when it says nothing, -1 when it says the opposite. */
export function textRank(name: string): number {
  const plain = plainName(name);
  const line = textNames.findIndex((names) => names.has(plain));
  if (line >= 0) return textNames.length - line;
  return [otherNames, clusterNames, colourNames, parentNames].some((names) => names.has(plain)) ? -1 : 0;
}

export function knowsAsText(name: string): boolean {
  return textRank(name) > 0;
}

export function isClusterName(name: string): boolean {
  return clusterNames.has(plainName(name));
}

export function isColourName(name: string): boolean {
  return colourNames.has(plainName(name));
}

export function isParentName(name: string): boolean {
  return parentNames.has(plainName(name));
}

export function isIdName(name: string): boolean {
  return idNames.has(plainName(name));
}

export function isPlaceName(name: string, which: 'x' | 'y' | 'w' | 'h'): boolean {
  return places[which].has(plainName(name));
}

/** The header of the table that Mural makes of its sticky notes. */
export function isMuralHeader(names: readonly string[]): boolean {
  const plain = new Set(names.map(plainName));
  return ['text', 'bg color', 'position x', 'position y', 'area'].every((name) => plain.has(name));
}

/** A name that a column would have and an idea would not. */
export function isKnownName(name: string): boolean {
  return textRank(name) !== 0;
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(',').map(plainName));
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
