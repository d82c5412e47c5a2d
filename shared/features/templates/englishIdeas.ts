// The words of the templates for finding ideas, in English: a title and one sentence for whoever looks for one; then what
// stands on the wall, and for each step its title and the one thing to do.

export const englishIdeas = {
  brainstorm: {
    title: 'Brainstorm',
    purpose: 'Find many ideas for one question and agree on the few that are worth going on with.',
    layout: {
      question: 'Our question',
      ask: 'What do we want ideas for? Write it here as one question.',
      rules: 'How we find ideas',
      first: 'Write first, talk later',
      one: 'One idea per note',
      wild: 'Wild ideas are welcome',
      build: 'Build on what others wrote',
      next: 'Next steps',
      who: 'Who does what, and until when?',
      try: 'Try the vote: what makes a good break?',
      walk: 'A walk',
      nap: 'A nap',
      coffee: 'Coffee with somebody',
    },
    steps: {
      warmUp: ['Warm up', 'Give your two dots to what makes a good break. This one is only for practice.'],
      think: ['Think', 'Write every idea you have for our question, one per note. Nobody sees them yet.'],
      share: [
        'Share',
        'Read all ideas in silence. Then ask about what you do not understand; judge nothing yet.',
      ],
      group: [
        'Group',
        'Put together what belongs together, and give every cluster a title that says what it is about.',
      ],
      vote: ['Vote', 'Give your three dots to the clusters we should go on with.'],
      discuss: [
        'Discuss',
        'Begin with the cluster that has most dots: what is its very next step, and who takes it?',
      ],
    },
  },
  'how-might-we': {
    title: 'How might we',
    purpose: 'Turn what goes wrong into questions that invite answers, and answer the best one.',
    layout: {
      question: 'What bothers us',
      ask: 'Who has which difficulty, and when? Describe it here in a sentence or two.',
      craft: 'A good question',
      start: 'Begins with “How might we …”',
      broad: 'Too wide: How might we be better?',
      narrow: 'Too narrow: How might we build an app?',
      good: 'Right: How might we shorten the wait?',
      first: 'What we try first',
      small: 'Small enough for next week',
      signs: 'How we will notice that it works',
      notice: 'What will be different, and who will see it?',
    },
    steps: {
      observe: [
        'Observe',
        'Write what gets in people’s way: what you saw or heard, one per note. No solutions yet.',
      ],
      sort: ['Sort', 'Put together the notes that tell the same story.'],
      turn: [
        'Turn it round',
        'Make the title of every cluster a question that begins with “How might we …”.',
      ],
      choose: ['Choose a question', 'Give your three dots to the questions you would most like to answer.'],
      answer: ['Answer it', 'Write answers to the question with most dots, as many as you can.'],
      decide: ['Decide', 'Which answer do we try first, and how will we notice that it works?'],
    },
  },
  'crazy-eights': {
    title: 'Crazy eights',
    purpose: 'Eight ideas each in eight minutes: gets a group past its first thought.',
    layout: {
      question: 'What it is for',
      ask: 'What should get better, and for whom? Write it here.',
      rough: 'One minute per idea. Rough is right.',
      stuck: 'Stuck? Turn your last idea upside down.',
      eight: 'Eight ways to look at it',
      one: 'The obvious one',
      two: 'The opposite of it',
      three: 'For a child of six',
      four: 'Without any money',
      five: 'With all the money in the world',
      six: 'By tomorrow morning',
      seven: 'Borrowed from somewhere else',
      eighth: 'The one nobody dares to say',
    },
    steps: {
      agree: [
        'Agree on the task',
        'Say in one sentence what should get better, and for whom. Write it on the yellow note.',
      ],
      eights: [
        'Eight ideas',
        'Eight notes in eight minutes. When the minute is over, go on to the next one.',
      ],
      show: ['Show', 'Everybody takes a minute for their ideas. The others listen and keep their verdict.'],
      vote: ['Vote', 'Give your four dots to ideas with something in them, also to a part of an idea.'],
      improve: [
        'Make it better',
        'Take an idea with dots and write it out: who it is for, what happens, why it helps.',
      ],
      decide: ['Decide', 'Which one do we try out? Who makes the first version of it, and until when?'],
    },
  },
  'brainwriting-6-3-5': {
    title: 'Brainwriting 6-3-5',
    purpose:
      'Six people, three ideas, five minutes, passed on: quiet people contribute as much as loud ones.',
    layout: {
      question: 'Our question',
      ask: 'What do we want ideas for? Write it here as one question.',
      how: 'How it goes',
      three: 'Write three ideas in each round',
      pass: 'Time is up: your sheet travels on',
      build: 'Read what you get, and build on it',
      blank: 'Stuck? Combine two of the ideas',
      best: 'Ideas we go on with',
      why: 'What makes it strong?',
      next: 'Next steps',
      who: 'Who does what, and until when?',
    },
    steps: {
      agree: [
        'Agree on the question',
        'Read the question together. Change it until everybody understands the same thing.',
      ],
      write: [
        'Write and pass on',
        'Write three ideas. They may build on what is on your sheet. Nobody speaks.',
      ],
      group: [
        'Group',
        'Read everything. Put together what belongs together, and give every cluster a title.',
      ],
      vote: ['Vote', 'Give your five dots to the clusters that answer our question best.'],
      discuss: ['Discuss', 'What makes the strongest ideas strong? Who takes one of them further?'],
    },
  },
  'six-hats': {
    title: 'Six hats',
    purpose: 'Look at one matter in six ways, everybody in the same way at the same time.',
    layout: {
      blue: 'Blue: the aim',
      aim: 'What do we want to decide today? Write it below.',
      white: 'White: facts',
      facts: 'What do we know? What do we have to find out?',
      green: 'Green: ideas',
      ideas: 'What could we do? What else?',
      yellow: 'Yellow: gains',
      gains: 'What is good about it, and for whom?',
      black: 'Black: risks',
      risks: 'What can go wrong? What speaks against it?',
      red: 'Red: feelings',
      feelings: 'What does your gut say? No reasons needed.',
    },
    steps: {
      blueAim: [
        'Blue hat: the aim',
        'Agree on what is to be decided today, and write it into the blue field.',
      ],
      whiteFacts: [
        'White hat: facts',
        'Write what is known and what is missing. Facts only; opinions come later.',
      ],
      greenIdeas: [
        'Green hat: ideas',
        'Write what could be done, also what seems impossible. Nobody judges.',
      ],
      yellowGains: [
        'Yellow hat: gains',
        'Write what is good about the ideas, even about those you do not like.',
      ],
      blackRisks: ['Black hat: risks', 'Write what can go wrong, even with the ideas you like.'],
      redFeelings: [
        'Red hat: feelings',
        'Give your three dots to the ideas that feel right. Nobody has to say why.',
      ],
      blueDecision: ['Blue hat: decision', 'What have we decided? What is still open, and who sees to it?'],
    },
  },
  'campaign-brainstorm': {
    title: 'Campaign brainstorm',
    purpose: 'From the audience to the message, the channel and the number that shows whether it worked.',
    layout: {
      question: 'Our aim',
      ask: 'What should be different after this campaign? Write it here.',
      line: 'The campaign in one sentence',
      sentence: 'For … we say … on … and we know that it worked when …',
      audience: 'Audience',
      audienceHint: 'Who exactly? What keeps them busy just now?',
      message: 'Message',
      messageHint: 'What should they remember? Say it as you would to a friend.',
      channel: 'Channel',
      channelHint: 'Where are they anyway? What do they read and trust there?',
      measure: 'Measure',
      measureHint: 'Which number will show that it worked, and by when?',
    },
    steps: {
      aim: [
        'Agree on the aim',
        'Say in one sentence what should be different afterwards. Write it on the yellow note.',
      ],
      audience: [
        'Audience',
        'Write whom we could reach, as precisely as you can: not “young people”, but one you know.',
      ],
      pick: [
        'Choose one audience',
        'Which of them brings us closest to our aim? Choose one; the others can wait.',
      ],
      message: ['Message', 'Write messages for this audience, short enough to be said in one breath.'],
      vote: ['Vote', 'Give your three dots to the messages that would move you in their place.'],
      channel: ['Channel', 'Write where the message meets our audience, and in what form.'],
      measure: [
        'Measure',
        'Write what we count to see whether it worked, and which number would make us happy.',
      ],
      plan: [
        'Put it together',
        'Complete the sentence at the top. Then: who does what first, and until when?',
      ],
    },
  },
} as const;
