import { appOrigin } from './app-protocol.ts';

/** Where a page of ours is. `devServer` is Vite's, in development only. */
export const pageUrl = (page: string, devServer: string | undefined): string =>
  `${devServer?.replace(/\/$/, '') ?? appOrigin}/${page}`;
