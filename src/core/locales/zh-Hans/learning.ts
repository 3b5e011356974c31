/** The operator's own topics, and the questions that could become one. */
export const learning = {
  topics: {
    good: '您自己的主题有 {count} 个在使用。',
    few: '“{topic}”只有 {count} 个问法：少于 {least} 个时只会显示为按钮。请再写几个。',
    fault: '{file} 第 {line} 行：{reason}',
    faultWhole: '{file}：{reason}',
    collides:
      '“{topic}”和 {other} 有冲突：它有 {count} 个问法已经被当作后者，例如“{example}”。更有把握时才会用您的主题回答；如果不想这样，请换个说法。',
    none: '{folder} 里还没有主题。',
  },
  gaps: {
    title: '没有答好的问题：{count} 个，分为 {groups} 组',
    none: '没有哪个问题没答好。',
    line: '{count} 次 · 最近 {date} · 最接近：{intent} · {kinds}',
    notMine: '答不了',
    didNotHelp: '没帮上忙',
    noGroup: '没有第 {number} 组，一共 {groups} 组。',
  },
};
