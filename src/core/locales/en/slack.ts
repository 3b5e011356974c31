export const slack = {
  formTitle: 'Mail help',
  formSubmit: 'Check',
  formClose: 'Cancel',
  formQuestion: 'What would you like to know?',
  formSettings: 'Paste your mail settings or the error message',
  formHint: 'Please leave passwords out. They are never needed here.',
  formProvider: 'Provider (if you know it)',
  formProviderHint: 'Type a few letters',
  formNotOpened: 'The form did not open. Please try once more, or write it here after the command.',
  postInThread: 'Post in thread',
};
