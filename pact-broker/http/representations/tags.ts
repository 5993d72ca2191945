import type { Row } from '../../storage/schema.ts';
import type { Urls } from '../urls.ts';
import { wireTime } from './time.ts';

export const representTag = (
  { pacticipant, number }: { pacticipant: string; number: string },
  { name, created_at }: Row<'tags'>,
  urls: Urls,
) => ({
  name,
  createdAt: wireTime(created_at),
  _links: {
    self: { title: 'Tag', name, href: urls.tag(pacticipant, number, name) },
    version: { title: 'Version', name: number, href: urls.version(pacticipant, number) },
    pacticipant: { title: 'Pacticipant', name: pacticipant, href: urls.pacticipant(pacticipant) },
  },
});
