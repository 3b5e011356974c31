/** One sentence in languages that we understand but do not speak yet; the answer follows in English. */
export const UNSPOKEN: Record<string, string> = {
  ja: 'ご質問は理解しましたが、回答は英語になります。',
  ko: '질문은 이해했지만 답변은 영어로 드립니다.',
  de: 'Ich habe Ihre Frage verstanden, antworte aber auf Englisch.',
  fr: 'J’ai compris votre question, mais je réponds en anglais.',
  es: 'He entendido su pregunta, pero respondo en inglés.',
  'pt-BR': 'Entendi a sua pergunta, mas respondo em inglês.',
  it: 'Ho capito la domanda, ma rispondo in inglese.',
  ru: 'Я понял ваш вопрос, но отвечу по-английски.',
};
