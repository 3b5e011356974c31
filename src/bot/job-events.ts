import type { CheckStep, Event, EventBase, EventId, JobOutcome, JobRequest, JobTask } from '../core/index.ts';

/** What a job brought, for the inbox. */
export function finished(job: JobRequest, outcome: JobOutcome, now: number): Event {
  return { ...base(job, `job:${job.id}`, now), type: 'job-finished', job: job.id, outcome, redactions: [] };
}

/** How far a job is, for the inbox; the same step is the same event. */
export function progressed(job: JobRequest, step: CheckStep, now: number): Event {
  const { id, progress, task } = job;
  return {
    ...base(job, `job:${id}/${step}`, now),
    type: 'job-progress',
    job: id,
    progress,
    host: hostOf(task),
    step,
    redactions: [],
  };
}

function hostOf(task: JobTask): string {
  if (task.kind === 'check-server') return task.host;
  if (task.kind === 'discover') return task.domain;
  return task.kind === 'fetch-file' ? task.file.name : task.name;
}

function base(job: JobRequest, id: EventId, at: number): EventBase {
  const { conversation, place, private: alone, person } = job;
  return { id, conversation, place, private: alone, author: { id: person, name: '', bot: false }, at };
}
