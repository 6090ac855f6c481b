/** The process that lists sources in a style: a request in, a list out. It is ended from outside, or with what started it. */
import process from 'node:process';
import { type ListRequest, listSources } from '../styles';

process.on('message', async (request: ListRequest) => {
  process.send?.(await listSources(request));
});
process.on('disconnect', () => process.exit());
