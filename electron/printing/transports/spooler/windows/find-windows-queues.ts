import type { FoundPrinter } from '../../../../../shared/printing/printer-connection.ts';
import { foundQueue } from '../found-queue.ts';
import { runProgram } from '../run-program.ts';
import { powershellArguments, powershellDeadlineMs } from './powershell.ts';
import { readQueueList, type WindowsQueue } from './session-line.ts';

/** Windows's own queues that make files or send faxes, by what they are made of: their names are translated. */
const virtualDrivers =
  /^(Microsoft (Print To PDF|XPS Document Writer|Shared Fax Driver|OpenXPS)|Send to Microsoft OneNote|Remote Desktop Easy Print)/i;
const virtualPorts = /^(PORTPROMPT:|XPSPort:|SHRFAX:|FILE:|nul:|Microsoft\.Office\.OneNote)/i;
/** Those that say nothing else, such as a connection to a server's. */
const virtualNames =
  /^(Microsoft Print to PDF|Microsoft XPS Document Writer|OneNote.*|Send To OneNote.*|Fax)$/i;

export const isVirtualQueue = ({ name, port, driver }: WindowsQueue): boolean =>
  virtualDrivers.test(driver) || virtualPorts.test(port) || virtualNames.test(name);

/** The queues that a receipt printer may stand behind. None where the spooler does not answer. */
export async function findWindowsQueues(
  powershell: string,
  env: NodeJS.ProcessEnv,
): Promise<readonly FoundPrinter[]> {
  const given = { ...env, LOKET_SPOOL_ACTION: 'list' };
  const never = new AbortController().signal;
  const said = await runProgram(powershell, powershellArguments, given, never, powershellDeadlineMs).catch(
    () => '',
  );
  return readQueueList(said)
    .filter((queue) => !isVirtualQueue(queue))
    .flatMap(({ name, driver, port }) => foundQueue(name, name, [driver, port]));
}
