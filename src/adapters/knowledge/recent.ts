/** Answers to the questions asked last. One message asks the same several times, and most messages ask the same. */
export function recent<Answer>(ask: (question: string) => Answer, kept = 512): (question: string) => Answer {
  const answers = new Map<string, Answer>();
  return (question) => {
    const known = answers.get(question);
    if (known !== undefined || answers.has(question)) return known as Answer;
    if (answers.size >= kept) answers.clear();
    const answer = ask(question);
    answers.set(question, answer);
    return answer;
  };
}
