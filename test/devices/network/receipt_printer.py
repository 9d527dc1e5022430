"""The inside of a receipt printer that does not exist, and the loop that serves it. Used by network-printer-server.py
and serial-printer-server.py, which bring the line.

It has a small buffer. What arrives goes into it and from there on paper, in order; while the printer cannot print, the
buffer fills, and then nothing is read from the line any more. `DLE EOT n` is obeyed when it arrives, `GS r n` in its
turn and only by a printer that can print. A picture (`GS v 0`) is data, whatever bytes it has.

Commands come on stdin, a line each; each is answered by a line of JSON, {"ok": true} or {"error": "..."}. Between them
come lines {"state": {...}} whenever something has changed. When stdin closes the program removes its folder and ends;
so it does when whoever started it dies, even while it is stopped by a signal.

    pause / resume              takes no bytes at all / goes on
    slow BYTES_A_SECOND / fast  how fast it prints
    paper ok|near|out
    cover closed|open
    answers all|none
    at BYTES COMMAND            obeys that command by itself as soon as it has taken so many bytes: nobody who watches
                                from outside is sure to be quick enough

Bytes of the answers: Epson's ESC/POS reference.
"""
import ctypes
import json
import os
import select
import shutil
import signal
import sys
import time

DLE_EOT, GS_R, GS_V_0 = b'\x10\x04', b'\x1dr', b'\x1dv0'
LOOK_MS = 10


class Printer:
    """Buffer, paper and cover."""

    def __init__(self, folder, buffer_bytes):
        self.folder, self.buffer_bytes = folder, buffer_bytes
        self.paper, self.is_open, self.answers = 'ok', False, 'all'
        self.is_paused = False
        self.speed, self.credit, self.looked = None, 0.0, time.monotonic()
        self.waiting, self.tail, self.picture_left = b'', b'', 0
        self.received, self.printed = 0, 0
        self.received_file = open(os.path.join(folder, 'received.bin'), 'wb', buffering=0)
        self.printed_file = open(os.path.join(folder, 'printed.bin'), 'wb', buffering=0)
        self.to_say = b''
        self.later = None

    @property
    def can_print(self):
        return not self.is_paused and self.paper != 'out' and not self.is_open

    @property
    def is_printing(self):
        """It has something to do without being asked."""
        return self.can_print and self.speed is not None and bool(self.waiting)

    def room(self):
        """How many bytes it would take now."""
        return 0 if self.is_paused else max(0, self.buffer_bytes - len(self.waiting))

    def take(self, data):
        self.received += len(data)
        self.received_file.write(data)
        seen, end = self.tail + data, 0
        while (start := seen.find(DLE_EOT, end)) >= 0 and start + 2 < len(seen):
            end = start + 3
            if 1 <= seen[start + 2] <= 4 and self.answers != 'none':
                self.to_say += self.status(seen[start + 2])
        self.tail = seen[max(end, len(seen) - 2):]
        self.waiting += data
        self.print_on()

    def status(self, kind):
        is_out = self.paper == 'out'
        bits = {
            1: 0x08 if is_out or self.is_open else 0,
            2: (0x04 if self.is_open else 0) | (0x20 if is_out else 0),
            3: 0,
            4: {'ok': 0, 'near': 0x0C, 'out': 0x6C}[self.paper],
        }
        return bytes([0x12 | bits[kind]])

    def print_on(self):
        now = time.monotonic()
        if self.speed is not None:
            self.credit = min(self.credit + (now - self.looked) * self.speed, self.buffer_bytes)
        self.looked = now
        if not self.can_print:
            return
        while self.waiting:
            limit = len(self.waiting) if self.speed is None else min(len(self.waiting), int(self.credit))
            if limit == 0 or not self.print_next(limit):
                return

    def print_next(self, limit):
        """Prints what may be taken for text, or obeys one command; False where that is not whole yet."""
        if self.picture_left:
            count = min(limit, self.picture_left)
            self.picture_left -= count
            return self.out(count)
        text = next((at for at, byte in enumerate(self.waiting) if byte in (0x10, 0x1D)), len(self.waiting))
        if text:
            return self.out(min(text, limit))
        head = self.waiting[:3]
        if DLE_EOT.startswith(head[:2]) or GS_R.startswith(head[:2]):
            if len(head) < 3:
                return False
            if head[:2] == GS_R and self.answers == 'all':
                self.to_say += bytes([0x03 if self.paper == 'near' and head[2] in (1, 49) else 0x00])
            self.waiting = self.waiting[3:]
            return True
        if GS_V_0.startswith(head):
            if len(self.waiting) < 8:
                return False
            _, _, _, _, x, x_high, y, y_high = self.waiting[:8]
            self.picture_left = (x + x_high * 256) * (y + y_high * 256)
            return self.out(8)
        return self.out(1)

    def out(self, count):
        self.printed_file.write(self.waiting[:count])
        self.waiting = self.waiting[count:]
        self.printed += count
        if self.speed is not None:
            self.credit -= count
        return True

    def obey(self, name, words):
        if name in ('pause', 'resume'):
            self.is_paused = name == 'pause'
        elif name == 'slow':
            self.speed, self.credit = float(words[0]), 0.0
        elif name == 'fast':
            self.speed = None
        elif name == 'paper':
            self.paper = one_of(words, 'ok', 'near', 'out')
        elif name == 'cover':
            self.is_open = one_of(words, 'closed', 'open') == 'open'
        elif name == 'answers':
            self.answers = one_of(words, 'all', 'none')
        elif name == 'at':
            self.later = int(words[0]), ' '.join(words[1:])
        else:
            return False
        self.print_on()
        return True


def one_of(words, *known):
    if len(words) != 1 or words[0] not in known:
        raise ValueError('one of ' + ', '.join(known))
    return words[0]


def say(message):
    sys.stdout.write(json.dumps(message) + '\n')
    sys.stdout.flush()


def wake_when_starter_dies():
    """Else a program that was stopped by a signal would never see that stdin has closed."""
    ctypes.CDLL(None).prctl(1, signal.SIGCONT)  # PR_SET_PDEATHSIG


def serve(printer, line, hello):
    """`line` has: state(), watched() -> {fd: events}, on_event(fd, events), obey(name, words), send(bytes)."""
    wake_when_starter_dies()
    say(hello)
    told = None
    commands = b''
    while True:
        state = {'received': printer.received, 'printed': printer.printed, **line.state()}
        if state != told:
            told = state
            say({'state': state})
        poll = select.poll()
        poll.register(0, select.POLLIN)
        for fd, events in line.watched().items():
            poll.register(fd, events)
        for fd, events in poll.poll(LOOK_MS if printer.is_printing else None):
            if fd != 0:
                line.on_event(fd, events)
                continue
            got = os.read(0, 65536)
            if not got:
                shutil.rmtree(printer.folder, ignore_errors=True)
                return
            *whole, commands = (commands + got).split(b'\n')
            for command in whole:
                say(answer(printer, line, command.decode()))
        if printer.later and printer.received >= printer.later[0]:
            command, printer.later = printer.later[1], None
            obey(printer, line, command)
        printer.print_on()
        if printer.to_say:
            line.send(printer.to_say)
            printer.to_say = b''


def obey(printer, line, command):
    name, *words = command.split()
    if not printer.obey(name, words) and not line.obey(name, words):
        raise ValueError('no such command')


def answer(printer, line, command):
    try:
        obey(printer, line, command)
        return {'ok': True}
    except Exception as fault:  # noqa: BLE001 - told to whoever asked
        return {'error': f'{command}: {fault}'}
