import { startIakServer } from './iak-server.ts';
import { startTeleanjarServer } from './teleanjar-server.ts';

/** How a biller of training is reached: what a profile of the real one would say, and the account made for it. */
export interface TrainingBiller {
  readonly baseUrl: string;
  /** Choices that this server insists on, by the names in the biller's form. */
  readonly options: Readonly<Record<string, string>>;
  readonly secrets: Readonly<Record<string, string>>;
}

export interface TrainingOptions {
  /** Wait before every answer, in ms. */
  readonly latencyMs: number;
}

/** The billers one can train with, by the names of the real ones. Each listens on loopback alone. */
export const trainingBillers: Readonly<
  Record<string, (options: TrainingOptions) => Promise<TrainingBiller>>
> = {
  async teleanjar(options) {
    const { baseUrl, separator, account } = await startTeleanjarServer(options);
    const { uuid, username, password, apiKey } = account;
    return { baseUrl, options: { separator }, secrets: { uuid, username, password, apiKey } };
  },
  async iak(options) {
    const { baseUrl, account } = await startIakServer(options);
    const { username, apiKey } = account;
    return { baseUrl, options: {}, secrets: { username, apiKey } };
  },
};
