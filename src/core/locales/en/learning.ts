/** The operator's own topics, and the questions that could become one. */
export const learning = {
  topics: {
    good: '{count} topics of your own are in use.',
    few: '"{topic}" has {count} questions: with fewer than {least} it is only offered as a button. Write a few more.',
    fault: '{file}, line {line}: {reason}',
    faultWhole: '{file}: {reason}',
    collides:
      '"{topic}" collides with {other}: {count} of its questions are understood as that already, such as “{example}”. Your topic is answered where it is surer; reword the question if that is not what you want.',
    none: 'There are no topics in {folder} yet.',
  },
  gaps: {
    title: 'What nobody answered well: {count} questions in {groups} groups',
    none: 'No question has been left without a good answer.',
    line: '{count} × · last {date} · nearest: {intent} · {kinds}',
    notMine: 'not mine',
    didNotHelp: 'did not help',
    noGroup: 'There is no group {number}; there are {groups}.',
  },
};
