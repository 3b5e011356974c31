import type { Reporter, TestModule, Vitest } from 'vitest/node';

/** Says at the end which tests were skipped. In CI nothing may be: it is a failure there. */
export class SkippedReporter implements Reporter {
  #filtered = false;

  onInit(vitest: Vitest): void {
    this.#filtered = vitest.config.testNamePattern !== undefined;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    if (this.#filtered) return;
    const skipped = modules.flatMap((module) => [...module.children.allTests('skipped')]);
    for (const test of skipped) {
      process.stderr.write(`Skipped: ${test.module.relativeModuleId} > ${test.fullName}\n`);
    }
    if (skipped.length === 0) process.stderr.write('Nothing was skipped.\n');
    else if (process.env['CI'] === 'true') process.exitCode = 1;
  }
}
