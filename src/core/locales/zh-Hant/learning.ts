/** The operator's own topics, and the questions that could become one. */
export const learning = {
  topics: {
    good: '您自己的主題有 {count} 個正在使用。',
    few: '「{topic}」只有 {count} 個問法：少於 {least} 個時只會顯示成按鈕。請再多寫幾個。',
    fault: '{file} 第 {line} 行：{reason}',
    faultWhole: '{file}：{reason}',
    collides:
      '「{topic}」和 {other} 有衝突：它有 {count} 個問法已經被當成後者，例如「{example}」。更有把握時才會用您的主題回答；如果不想這樣，請換個說法。',
    none: '{folder} 裡還沒有主題。',
  },
  gaps: {
    title: '沒有答好的問題：{count} 個，分成 {groups} 組',
    none: '沒有哪個問題沒答好。',
    line: '{count} 次 · 最近 {date} · 最接近：{intent} · {kinds}',
    notMine: '答不了',
    didNotHelp: '沒幫上忙',
    noGroup: '沒有第 {number} 組，一共 {groups} 組。',
  },
};
