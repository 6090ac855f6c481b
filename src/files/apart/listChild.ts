/** The process that lists sources in a style: a request in, a list out. It is ended from outside, or with what started it. */
import process from 'node:process';
import { type Speaking, speak } from '../../core/base/say';
import { type ListRequest, listSources } from '../../styles';

process.on('message', async (message: ListRequest | Speaking) => {
  if ('words' in message) speak(message.words);
  else process.send?.(await listSources(message));
});
process.on('disconnect', () => process.exit());
