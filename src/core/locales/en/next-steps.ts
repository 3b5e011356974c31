/** What to try next, once each. */
export const nextSteps = {
  webmail:
    'Can you sign in on the provider’s web page? If not, the account itself needs mending first; if yes, it is the settings or the kind of password.',
  password:
    'Delete the saved password once more, for incoming and for outgoing mail, and type it by hand, without a blank at the end. If your provider gives out app passwords or codes, make a new one. After several refusals wait a quarter of an hour: many providers lock sign-in for a while.',
  outgoing:
    'Look at the outgoing server in your mail program: SSL/TLS on port 465 or STARTTLS on port 587, and sign-in switched on, with the same user name and password as for receiving.',
  incoming:
    'Look on the provider’s web page whether the message arrived there. If it did, fetch once by hand and compare the incoming server in your mail program. If not, look into spam, filters and forwarding, and whether the mailbox is full.',
  network:
    'Try once from another network, for instance with the mobile data of your phone. If it works there, the first network or its firewall is in the way; if not, it is the server’s name or port.',
  look: 'Look on the provider’s web page, also in archive, spam and trash. What is there is not lost: your program only does not show it.',
  resync:
    'Close the program and open it again, then look in the account’s settings: how far back it synchronises, which folders it shows, and whether it is IMAP. With POP3 it fetches the inbox only, so back up what is there before you change anything.',
  compare:
    'Compare server, port, encryption and user name letter by letter with the table, then close the program and open it again.',
  again: 'I said this just before. If you tried it and it did not help, write what happens now, word for word.',
  sameAgain:
    'I have nothing to add to what stands just above. Press one of these, write it in other words, or let me bring in a person.',
  ofPop3:
    '**With POP3 that explains it.** A program that fetches mail by POP3 can take it off the server, so that other devices and the web page no longer show it. Don’t remove the account there and clear nothing: back up that computer first, it may hold the only copy. Then switch on “leave a copy on the server” in that program, so that new mail is seen everywhere.',
  ofImap:
    '**With IMAP the mail is on the server**, and every device shows the same. Look on the web page: what is there is not lost, your program only doesn’t show it (how far back it synchronises, a hidden folder, a filter). What is missing there too was moved or deleted: look into trash, archive and junk today, and back up what you still have.',
  goOn: 'All right. Go on with what stands above, and tell me what you see then: what works now, or the words of any message.',
  pause: 'Take your time. I remember where we are: just write when you have tried it, and tell me what you see.',
  moreAbout: 'Here is more about that.',
  compareThese: 'Compare what your program has with this, line by line.',
  typeThese: 'This is what to type in.',
  whatNow: 'What do you see there now? If a message stands there, its words help most.',
  noted: '**{what}**: noted.',
  good: 'Good.',
  sameThere: 'There it is the same.',
  unclear: 'What is unclear there? Write the line or the word that you mean, and I explain it.',
  allRight: 'All right.',
  misunderstood:
    'I seem to miss your point. Please write it in other words, or shall I bring in a person? What we wrote is passed on.',
  thatOne: '**{what}**\nWhat happens there? Tell me in one sentence, with any message word for word.',
  whatElse:
    'Then tell me in one sentence what is wrong: which mail service or program it is, and what happens. A person can help, too.',
  whichFails:
    'Which of these is it, and whose mailbox (the part after the @)? Or paste what your mail program says, word for word.',
  whichFailsAt: '**{whose}**: which of these is it? Or paste what your mail program says, word for word.',
  cannotSend: 'Sending fails',
  cannotReceive: 'Nothing arrives',
  halfWorks: {
    receiving:
      'As receiving works, server address and password are right on that side. So only the outgoing server is left: its name, port, encryption, and sign-in for sending.',
    sending:
      'As sending works, your password is right. So only the incoming server is left: its name, port and encryption. Look on the web page too whether the mail arrived there.',
  },
  webmailWorks:
    'As the web page works, your mailbox is fine: the cause is in the mail program. Compare server, port, encryption and user name there letter by letter, and type the password anew.',
  worksElsewhere:
    'As it works elsewhere, your mailbox is fine. Compare the settings on both letter by letter: server, port, encryption, user name.',
};
