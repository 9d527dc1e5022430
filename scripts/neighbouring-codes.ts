/**
 * Codes of systems beside and behind the two billers, for the error catalogue. None of them is expected in an answer
 * that Loket reads for a payment; if one came, the payment would be unknown.
 */
export interface NeighbouringCodes {
  readonly title: string;
  readonly where: string;
  readonly codes: readonly (readonly [code: string, meaning: string])[];
}

export const neighbouringCodes: readonly NeighbouringCodes[] = [
  {
    title: 'IAK prepaid',
    where:
      'IAK numbers its prepaid API apart. Loket calls one thing there, the deposit; a code other than `00` means that no deposit is shown, and nothing else. As the answer to a postpaid payment a number is read by the postpaid table above, and left unknown where it is not in it.',
    codes: [
      ['00', 'success'],
      ['06', 'transaction not found'],
      ['07', 'failed'],
      ['10', 'daily limit of the same number'],
      ['12', 'balance maximum exceeded'],
      ['13', 'blocked'],
      ['14', 'wrong number'],
      ['16', 'operator does not match'],
      ['17', 'deposit not enough'],
      ['18', 'e-SIM number not available'],
      ['19', 'e-SIM number in use'],
      ['20', 'code not found'],
      ['21', 'reported by a client, meaning unknown'],
      ['39', 'in process (pending)'],
      ['102', 'IP address not allowed'],
      ['106', 'out of service'],
      ['107', 'format'],
      ['110', 'maintenance'],
      ['117', 'page not found'],
      ['118', 'account suspended'],
      ['121', 'monthly limit'],
      ['131', 'region blocked'],
      ['132', 'reported by a client, meaning unknown'],
      ['141', 'invalid game id'],
      ['142', 'invalid game id'],
      ['143', 'inquiry not needed'],
      ['201', 'undefined (pending)'],
      ['202', 'the same denomination once a day'],
      ['203', 'number too long'],
      ['204', 'wrong authentication'],
      ['205', 'wrong command'],
      ['206', 'destination blocked'],
      ['207', 'one transaction a day'],
      ['301', 'reported by a client, meaning unknown'],
    ],
  },
  {
    title: 'The switch behind Teleanjar (two digits)',
    where:
      'Teleanjar buys from a switch with codes of its own. They have not been seen in Teleanjar\u2019s answers. One that came as text would be a refusal at an inquiry and leave a payment unknown, whatever it means there.',
    codes: [
      ['00', 'success'],
      ['06', 'other'],
      ['09', 'wrong number'],
      ['13', 'server down'],
      ['14', 'wrong number'],
      ['16', 'blocked'],
      ['17', 'denomination'],
      ['18', 'request timed out: suspect, retry in five minutes'],
      ['31', 'not registered'],
      ['32', 'not registered'],
      ['33', 'not registered'],
      ['34', 'already paid'],
      ['47', 'kWh above the limit'],
      ['61', 'balance'],
      ['63', 'blocked'],
      ['73', 'product not on this terminal'],
      ['75', 'minimum of twenty thousand'],
      ['77', 'wrong number'],
      ['90', 'cut-off; inside the middleware: an empty answer'],
      ['96', 'advice failed: no purchase'],
      ['98', 'reference does not match; inside the middleware: unknown forwarding id'],
      ['99', 'exception inside the middleware'],
    ],
  },
];
