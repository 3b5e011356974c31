import { agents } from './agents.ts';
import { answers } from './answers.ts';
import { askBack } from './ask-back.ts';
import { check } from './check.ts';
import { cli } from './cli.ts';
import { common } from './common.ts';
import { deadLetters } from './dead-letters.ts';
import { desk } from './desk.ts';
import { discord } from './discord.ts';
import { discordDesk } from './discord-desk.ts';
import { facts } from './facts.ts';
import { files } from './files.ts';
import { findings } from './findings.ts';
import { learning } from './learning.ts';
import { lookup } from './lookup.ts';
import { nextSteps } from './next-steps.ts';
import { service } from './service.ts';
import { overview } from './overview.ts';
import { report } from './report.ts';
import { operator } from './operator.ts';
import { ports } from './ports.ts';
import { privacy } from './privacy.ts';
import { programs } from './programs.ts';
import { signIn } from './sign-in.ts';
import { slack } from './slack.ts';
import { surfaces } from './surfaces.ts';
import { terminal } from './terminal.ts';
import { traits } from './traits.ts';
import { transcripts } from './transcripts.ts';
import { web } from './web.ts';

export const zhHant = {
  agents,
  answers,
  askBack,
  check,
  cli,
  common,
  deadLetters,
  desk,
  discord,
  discordDesk,
  facts,
  files,
  findings,
  learning,
  lookup,
  nextSteps,
  service,
  overview,
  report,
  operator,
  ports,
  privacy,
  programs,
  signIn,
  slack,
  surfaces,
  terminal,
  traits,
  transcripts,
  web,
};
