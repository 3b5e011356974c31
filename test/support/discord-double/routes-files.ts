import { ApiError } from './api-error.ts';
import type { Route } from './routes.ts';

/** Signed addresses of files; they expire, and are signed anew on demand. */
export const FILE_ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/attachments/refresh-urls',
    run: (double, _, { body }) => {
      const asked: unknown = body['attachment_urls'];
      const urls = Array.isArray(asked) ? asked.map(String) : [];
      if (urls.length === 0 || urls.length > 50) throw new ApiError(400, 50_035, 'Invalid Form Body');
      return { refreshed_urls: urls.map((original) => ({ original, refreshed: double.signAgain(original) })) };
    },
  },
];
