import { afterAll, beforeAll, it } from 'vitest';
import { startCups, whyNoCups, type Cups } from '../spooler/start-cups.ts';
import { faultsOf, type FaultOf } from './fault-table.ts';
import { runFault, type Stage } from './run-fault.ts';
import { describeWhere } from '../describe-where.ts';

let cups: Cups;
let queues = 0;

const stageOf = async (act: (queue: string) => Partial<Stage> = () => ({})): Promise<Stage> => {
  queues += 1;
  const queue = `struk${queues}`;
  await cups.addQueue(queue);
  return {
    connection: { kind: 'queue', name: queue },
    env: cups.env,
    printed: () =>
      Buffer.concat(
        cups
          .jobs()
          .filter((job) => job.queue === queue)
          .map(({ bytes }) => bytes),
      ),
    stop: async () => cups.tell('ok'),
    ...act(queue),
  };
};

const inMood = (mood: Parameters<Cups['tell']>[0]): Promise<Stage> =>
  stageOf(() => ({ before: async () => cups.tell(mood), mend: async () => cups.tell('ok') }));

const stages: Readonly<Record<FaultOf<'queue'>, () => Promise<Stage>>> = {
  well: () => stageOf(),
  slow: () => stageOf(() => ({ before: async () => cups.tell('slow') })),
  'paper-ends': () => inMood('paper-out'),
  'paper-not-refilled': () => inMood('paper-out'),
  offline: () => inMood('offline'),
  'no-queue': () =>
    stageOf((queue) => ({
      before: async () => void (await cups.run('lpadmin', '-x', queue)),
      mend: () => cups.addQueue(queue),
    })),
  stopped: () =>
    stageOf((queue) => ({
      before: async () => void (await cups.run('cupsdisable', queue)),
      mend: async () => void (await cups.run('cupsenable', queue)),
    })),
};

describeWhere(whyNoCups(), 'a receipt for a print queue', () => {
  beforeAll(async () => {
    cups = await startCups();
  });
  afterAll(() => cups.stop());

  it.each(faultsOf('queue'))('%s', (_, name, wanted) => runFault(wanted, stages[name]));
});
