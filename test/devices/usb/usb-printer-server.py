#!/usr/bin/python3
"""USB receipt printers that do not exist, for programs that run under umockdev.

    usb-printer-server.py '{"folder": "/tmp/x", "printers": [{...}, ...]}'

The keys of a printer are those of `UsbPrinterOptions` in start-usb-printer.ts; all must be there. The first line of
stdout is {"env": {...}}: what a program needs in its environment to see this bus and no other. Then each line of
stdin is a command, answered by one line of JSON: {"ok": true}, {"log": [...]} or {"error": "..."}. When stdin closes,
`folder` is removed and the server ends; it ends too when whoever started it dies.

A command is the printer's place in the list and one of:

    paper ok|near|out        cover closed|open
    out ok                   takes every byte
    out stall [N]            refuses and halts the endpoint, every time or the next N times
    out hang [N]             takes nothing, or N bytes more, and then says nothing: the transfer stays pending
    out error                a broken cable: EPROTO
    out slow BYTES_A_SECOND
    in empty                 answers at once with nothing, as some printers do
    in stall [N]
    control ok|hang|stall    what class requests and string descriptors come to
    port XX                  GET_PORT_STATUS, in hex
    busy yes|no              another program holds the printer's interface
    access yes|no            whether the device may be opened (root is asked too, if without CAP_DAC_OVERRIDE)
    unplug / plug            comes back with another address on the bus, and has forgotten everything
    log                      what was asked of the device since the last `log`

`- add {...}` adds a printer to the end of the list.

Facts: usbfs (linux/usbdevice_fs.h, drivers/usb/core/devio.c), the USB printer class 1.1, Epson's ESC/POS reference.
"""
import errno
import json
import os
import shutil
import struct
import sys
import threading
import time

PRELOAD = 'libumockdev-preload.so.0'
if PRELOAD not in os.environ.get('LD_PRELOAD', ''):  # events reach libudev only from a process under the preload
    os.execve(sys.executable, [sys.executable, *sys.argv], dict(os.environ, LD_PRELOAD=PRELOAD))

import gi  # noqa: E402

gi.require_version('UMockdev', '1.0')
from gi.repository import UMockdev  # noqa: E402


def ioctl_number(direction, number, size):
    return (direction << 30) | (size << 16) | (ord('U') << 8) | number


NONE, WRITE, READ = 0, 1, 2
DISCONNECT, CONNECT = ioctl_number(NONE, 22, 0), ioctl_number(NONE, 23, 0)
REQUESTS = {
    ioctl_number(READ, 3, 4): 'RESETEP',
    ioctl_number(READ, 4, 8): 'SETINTERFACE',
    ioctl_number(READ, 5, 4): 'SETCONFIGURATION',
    ioctl_number(WRITE, 8, 260): 'GETDRIVER',
    ioctl_number(READ, 10, 56): 'SUBMITURB',
    ioctl_number(NONE, 11, 0): 'DISCARDURB',
    ioctl_number(WRITE, 12, 8): 'REAPURB',
    ioctl_number(WRITE, 13, 8): 'REAPURBNDELAY',
    ioctl_number(READ, 15, 4): 'CLAIMINTERFACE',
    ioctl_number(READ, 16, 4): 'RELEASEINTERFACE',
    ioctl_number(READ | WRITE, 18, 16): 'IOCTL',
    ioctl_number(NONE, 20, 0): 'RESET',
    ioctl_number(READ, 21, 4): 'CLEAR_HALT',
    ioctl_number(READ, 26, 4): 'GET_CAPABILITIES',
    ioctl_number(NONE, 31, 0): 'GET_SPEED',
}
REAPS = ('REAPURB', 'REAPURBNDELAY')
CONTROL_URB = 2

OUT, IN = 0x01, 0x82
COMPANION_OUT, COMPANION_IN = 0x03, 0x84
PACKET = 64
SPEED_FULL = 2


class Refused(Exception):
    """What an ioctl fails with."""

    def __init__(self, number):
        super().__init__(os.strerror(number))
        self.number = number


def endpoint_descriptor(address):
    return bytes([7, 5, address, 2, PACKET, 0, 0])


def interface_descriptor(number, alternate, kind, endpoints):
    head = bytes([9, 4, number, alternate, len(endpoints), *kind, 0])
    return head + b''.join(endpoint_descriptor(address) for address in endpoints)


class Descriptors:
    """What the device says of itself when it is plugged in."""

    def __init__(self, options):
        self.vendor, self.product = options['vendorId'], options['productId']
        self.strings = {1: options['manufacturer'], 2: options['product'], 3: options['serialNumber']}
        indexes = [index if self.strings[index] is not None else 0 for index in (1, 2, 3)]
        ids = struct.pack('<HHH', self.vendor, self.product, 0x0100)
        self.device = bytes([18, 1, 0, 2, 0, 0, 0, 64]) + ids + bytes([*indexes, 1])
        self.alternates = [[OUT] if protocol == 1 else [OUT, IN] for protocol in options['protocols']]
        companion = options['companion']
        self.printer_interface = 1 if companion == 'before' else 0
        self.companion_interface = {'none': None, 'before': 0, 'after': 1}[companion]
        blocks = [
            interface_descriptor(self.printer_interface, alternate, (7, 1, protocol), self.alternates[alternate])
            for alternate, protocol in enumerate(options['protocols'])
        ]
        if companion != 'none':
            other = interface_descriptor(self.companion_interface, 0, (255, 0, 0), [COMPANION_OUT, COMPANION_IN])
            blocks.insert(0 if companion == 'before' else len(blocks), other)
        body = b''.join(blocks)
        interfaces = 1 if companion == 'none' else 2
        self.configuration = struct.pack('<BBHBBBBB', 9, 2, 9 + len(body), interfaces, 1, 0, 0xC0, 1) + body

    def string(self, index):
        if index == 0:
            return b'\x04\x03\x09\x04'
        if self.strings.get(index) is None:
            return None
        text = self.strings[index].encode('utf-16le')
        return bytes([len(text) + 2, 3]) + text


class Receipts:
    """The inside of the printer: what it does with the bytes, in order."""

    def __init__(self, options):
        self.room_when_stopped, self.is_mute = options['bufferBytes'], options['mute']
        self.paper, self.is_open = 'ok', False
        self.forget()

    def forget(self):
        self.waiting, self.tail, self.answers = b'', b'', b''

    @property
    def is_stopped(self):
        return self.paper == 'out' or self.is_open

    def room(self):
        """How many bytes it would take now; None: as many as come."""
        return max(0, self.room_when_stopped - len(self.waiting)) if self.is_stopped else None

    def say(self, answer):
        if not self.is_mute:
            self.answers += answer

    def take(self, data):
        # DLE EOT is obeyed as it arrives, also by a printer that has stopped.
        seen = self.tail + data
        end = 0
        while (start := seen.find(b'\x10\x04', end)) >= 0 and start + 2 < len(seen):
            end = start + 3
            if 1 <= seen[start + 2] <= 4:
                self.say(self.status_now(seen[start + 2]))
        self.tail = seen[max(end, len(seen) - 2):]
        self.waiting += data
        self.print_on()

    def print_on(self):
        """GS r is obeyed in its turn, after everything before it is on paper."""
        if self.is_stopped:
            return
        done = 0
        while (start := self.waiting.find(b'\x1dr', done)) >= 0 and start + 2 < len(self.waiting):
            done = start + 3
            if self.waiting[start + 2] in (1, 49):
                self.say(bytes([0x03 if self.paper == 'near' else 0x00]))
            elif self.waiting[start + 2] in (2, 50):
                self.say(b'\x00')
        self.waiting = self.waiting[max(done, len(self.waiting) - 2):]
        if self.waiting[-2:] != b'\x1dr':
            self.waiting = self.waiting[-1:] if self.waiting[-1:] == b'\x1d' else b''

    def status_now(self, kind):
        is_out = self.paper == 'out'
        bits = {
            1: 0x08 if self.is_stopped else 0,
            2: (0x04 if self.is_open else 0) | (0x20 if is_out else 0),
            3: 0,
            4: {'ok': 0, 'near': 0x0C, 'out': 0x6C}[self.paper],
        }
        return bytes([0x12 | bits[kind]])

    def port_status(self):
        if self.paper == 'out':
            return 0x20
        return 0x00 if self.is_stopped else 0x18


class Urb:
    def __init__(self, client, data):
        raw = bytes(data.retrieve())
        self.client, self.data, self.address = client, data, data.client_addr
        self.kind, self.endpoint = raw[0], raw[1]
        self.length = struct.unpack('<i', raw[24:28])[0]
        self.buffer = data.resolve(16, self.length) if self.length else None
        self.bytes = bytes(self.buffer.retrieve()) if self.buffer else b''
        self.taken = 0
        self.looked = time.monotonic()
        self.result = None

    def finish(self, status, actual):
        self.data.update(4, list(struct.pack('<i', status)))
        self.data.update(28, list(struct.pack('<i', actual)))


class Printer(UMockdev.IoctlBase):
    def __init__(self, place, options, folder):
        super().__init__()
        self.place = place
        self.about = Descriptors(options)
        self.receipts = Receipts(options)
        self.device_id = options['deviceId']
        self.lock = threading.RLock()
        self.capture = open(os.path.join(folder, f'printer-{place}.bin'), 'wb', buffering=0)
        self.companion_capture = open(os.path.join(folder, f'companion-{place}.bin'), 'wb', buffering=0)
        self.log = []
        self.out_mode, self.out_left, self.in_mode, self.in_left = 'ok', None, 'ok', None
        self.control_mode, self.port = 'ok', None
        self.is_taken_elsewhere, self.is_gone, self.can_access = False, True, True
        self.forget()
        self.connect('handle-ioctl', self.on_ioctl)
        self.connect('client-vanished', self.on_vanished)

    def forget(self):
        """As after a plug: the system has bound its own drivers, and nothing is under way."""
        about = self.about
        self.drivers = {about.printer_interface: 'usblp'}
        if about.companion_interface is not None:
            self.drivers[about.companion_interface] = 'companion'
        self.alternate = 0
        self.claims, self.halted, self.urbs = {}, set(), []
        self.receipts.forget()

    def note(self, words):
        if len(self.log) < 50_000:
            self.log.append(words)

    # --- endpoint 0

    def answer_control(self, client, setup):
        """The answer, or None for a stall."""
        kind, request, value, index, length = struct.unpack('<BBHHH', setup)
        self.note(f'CONTROL {kind:02x} {request:02x} {value:04x} {index:04x}')
        if (kind, request) == (0x80, 6):
            descriptor, number = value >> 8, value & 255
            if descriptor == 1:
                return self.about.device[:length]
            if descriptor == 2:
                return self.about.configuration[:length]
            if descriptor == 3:
                text = self.about.string(number)
                return None if text is None else text[:length]
            return None
        if kind == 0xA1 and request == 0 and self.device_id is not None:
            text = self.device_id.encode()
            return (struct.pack('>H', len(text) + 2) + text)[:length]
        if kind == 0xA1 and request == 1:
            return bytes([self.receipts.port_status() if self.port is None else self.port])[:length]
        if (kind, request) == (0x21, 2):
            self.receipts.forget()
            return b''
        return None

    def check_control(self, client, setup):
        """A request to an interface needs the interface, except the one for the device id (devio.c)."""
        kind, request, _, index, _ = struct.unpack('<BBHHH', setup)
        if kind & 0x1F == 1 and (kind, request) != (0xA1, 0):
            self.need_claim(client, index & 0xFF)

    # --- transfers

    def advance(self, urb):
        """(status, bytes) once the transfer has an end; None as long as it stays under way."""
        if self.is_gone:
            return -errno.ENODEV, urb.taken
        if urb.kind == CONTROL_URB:
            return self.advance_control(urb)
        if urb.endpoint in self.halted:
            return -errno.EPIPE, 0
        if urb.endpoint == COMPANION_OUT:
            self.companion_capture.write(urb.bytes)
            return 0, urb.length
        return self.advance_in(urb) if urb.endpoint & 0x80 else self.advance_out(urb)

    def advance_control(self, urb):
        if self.control_mode == 'hang':
            return None
        setup = urb.bytes[:8]
        answer = None if self.control_mode == 'stall' else self.answer_control(urb.client, setup)
        if answer is None:
            return -errno.EPIPE, 0
        if not setup[0] & 0x80:
            return 0, urb.length - 8
        if answer:
            urb.buffer.update(8, list(answer))
        return 0, len(answer)

    def advance_in(self, urb):
        if self.in_mode == 'stall' and self.is_due('in'):
            self.halted.add(urb.endpoint)
            return -errno.EPIPE, 0
        if urb.endpoint != IN:
            return None
        if not self.receipts.answers:
            return (0, 0) if self.in_mode == 'empty' else None
        answer = self.receipts.answers[:urb.length]
        self.receipts.answers = self.receipts.answers[urb.length:]
        urb.buffer.update(0, list(answer))
        self.note(f'IN {len(answer)}')
        return 0, len(answer)

    def advance_out(self, urb):
        if self.out_mode == 'stall' and self.is_due('out'):
            self.halted.add(urb.endpoint)
            return -errno.EPIPE, urb.taken
        if self.out_mode == 'error':
            self.note('BROKEN 01')
            return -errno.EPROTO, urb.taken
        left = urb.length - urb.taken
        limits = [limit for limit in (self.receipts.room(), self.pace(urb)) if limit is not None]
        count = min([left, *limits])
        if count > 0:
            chunk = urb.bytes[urb.taken:urb.taken + count]
            urb.taken += count
            if self.out_mode == 'hang':
                self.out_left -= count
            self.capture.write(chunk)
            self.receipts.take(chunk)
        if urb.taken < urb.length:
            return None
        self.note(f'OUT {urb.length}')
        return 0, urb.length

    def pace(self, urb):
        if self.out_mode == 'hang':
            return self.out_left
        if self.out_mode != 'slow':
            return None
        now = time.monotonic()
        count = int((now - urb.looked) * self.out_left)
        if count > 0:
            urb.looked = now
        return count

    def is_due(self, way):
        """Counts a misdeed that is to be done so many times; None: every time."""
        left = getattr(self, way + '_left')
        if left is None:
            return True
        if left > 0:
            setattr(self, way + '_left', left - 1)
        if left <= 1:
            setattr(self, way + '_mode', 'ok')
        return left > 0

    # --- usbfs

    def need_claim(self, client, interface):
        if self.claims.get(interface) is not client:
            self.note(f'UNCLAIMED {interface}')
            raise Refused(errno.EBUSY)

    def interface_of(self, endpoint):
        if endpoint in (COMPANION_OUT, COMPANION_IN):
            return self.about.companion_interface
        if endpoint not in self.about.alternates[self.alternate]:
            raise Refused(errno.ENOENT)
        return self.about.printer_interface

    def on_vanished(self, _base, client):
        with self.lock:
            self.claims = {number: holder for number, holder in self.claims.items() if holder is not client}
            self.urbs = [urb for urb in self.urbs if urb.client is not client]

    def on_ioctl(self, _base, client):
        number = client.get_request() & 0xFFFFFFFF
        name = REQUESTS.get(number)
        try:
            with self.lock:
                if name is None:
                    raise Refused(errno.ENOTTY)
                if self.is_gone and name not in (*REAPS, 'DISCARDURB'):
                    raise Refused(errno.ENODEV)
                result = getattr(self, 'do_' + name.lower())(client, client.get_arg())
            client.complete(result, 0)
        except Refused as refused:
            if name in REAPS:
                time.sleep(0.003)  # poll() on such a device is always ready: whoever asks would never rest
            client.complete(-1, refused.number)
        except Exception as fault:  # noqa: BLE001 - a fault of this server must not leave the program hanging
            print(f'{name}: {fault!r}', file=sys.stderr, flush=True)
            client.complete(-1, errno.EIO)
        return True

    def do_get_capabilities(self, _client, arg):
        arg.resolve(0, 4).update(0, list(struct.pack('<I', 0x1F)))
        return 0

    def do_get_speed(self, _client, _arg):
        return SPEED_FULL

    def do_claiminterface(self, client, arg):
        number = self.number_in(arg)
        self.note(f'CLAIMINTERFACE {number}')
        is_elsewhere = self.is_taken_elsewhere and number == self.about.printer_interface
        if is_elsewhere or self.drivers.get(number) or self.claims.get(number, client) is not client:
            raise Refused(errno.EBUSY)
        self.claims[number] = client
        return 0

    def do_releaseinterface(self, client, arg):
        number = self.number_in(arg)
        self.note(f'RELEASEINTERFACE {number}')
        if self.claims.get(number) is not client:
            raise Refused(errno.EINVAL)
        del self.claims[number]
        return 0

    def do_setinterface(self, client, arg):
        number, alternate = struct.unpack('<II', bytes(arg.resolve(0, 8).retrieve()))
        self.note(f'SETINTERFACE {number} {alternate}')
        self.need_claim(client, number)
        if number != self.about.printer_interface or alternate >= len(self.about.alternates):
            raise Refused(errno.EINVAL)
        self.alternate = alternate
        return 0

    def do_setconfiguration(self, _client, _arg):
        self.note('SETCONFIGURATION')
        raise Refused(errno.EBUSY)

    def do_reset(self, _client, _arg):
        self.note('RESET')
        self.receipts.forget()
        return 0

    def do_getdriver(self, _client, arg):
        data = arg.resolve(0, 260)  # at once: what was resolved shorter stays shorter
        number = struct.unpack('<I', bytes(data.retrieve())[:4])[0]
        is_elsewhere = self.is_taken_elsewhere and number == self.about.printer_interface
        name = 'usbfs' if is_elsewhere or number in self.claims else self.drivers.get(number)
        if not name:
            raise Refused(errno.ENODATA)
        data.update(4, list(name.encode() + b'\0'))
        return 0

    def do_ioctl(self, _client, arg):
        number, code = struct.unpack('<iI', bytes(arg.resolve(0, 16).retrieve())[:8])
        name = 'usblp' if number == self.about.printer_interface else 'companion'
        if code == DISCONNECT:
            self.note(f'DISCONNECT {number} {name}')
            if not self.drivers.get(number):
                raise Refused(errno.ENODATA)
            self.drivers[number] = None
            return 0
        if code == CONNECT:
            self.note(f'CONNECT {number} {name}')
            if self.drivers.get(number) or number in self.claims or self.is_taken_elsewhere:
                raise Refused(errno.EBUSY)
            self.drivers[number] = name
            self.alternate = 0
            return 1
        raise Refused(errno.ENOTTY)

    def do_resetep(self, client, arg):
        return self.do_clear_halt(client, arg)

    def do_clear_halt(self, client, arg):
        endpoint = self.number_in(arg) & 0xFF
        self.note(f'CLEAR_HALT {endpoint:02x}')
        self.need_claim(client, self.interface_of(endpoint))
        self.halted.discard(endpoint)
        return 0

    def do_submiturb(self, client, arg):
        urb = Urb(client, arg.resolve(0, 56))
        if urb.kind == CONTROL_URB:
            self.check_control(client, urb.bytes[:8])
        else:
            self.note(f'SUBMIT {urb.endpoint:02x} {urb.length}')
            self.need_claim(client, self.interface_of(urb.endpoint))
        self.urbs.append(urb)
        return 0

    def do_discardurb(self, client, arg):
        address = struct.unpack('<Q', bytes(arg.retrieve()))[0]
        for urb in self.urbs:
            if urb.client is client and urb.address == address and urb.result is None:
                urb.result = (-errno.ENOENT, urb.taken)
                return 0
        raise Refused(errno.EINVAL)

    def do_reapurb(self, client, arg):
        return self.do_reapurbndelay(client, arg)

    def do_reapurbndelay(self, client, arg):
        waiting = set()  # the transfers of an endpoint end in their order
        for urb in self.urbs:
            if urb.result is None and urb.endpoint not in waiting:
                urb.result = self.advance(urb)
            if urb.result is None:
                waiting.add(urb.endpoint)
            elif urb.client is client:
                self.urbs.remove(urb)
                urb.finish(*urb.result)
                arg.resolve(0, 8).set_ptr(0, urb.data)
                return 0
        raise Refused(errno.ENODEV if self.is_gone else errno.EAGAIN)

    @staticmethod
    def number_in(arg):
        return struct.unpack('<I', bytes(arg.resolve(0, 4).retrieve()))[0]


class Bus:
    """A root hub and the printers on it."""

    ROOT = '/devices/pci0000:00/0000:00:14.0/usb1'
    HUB = bytes.fromhex('12010002090001406B1D020001060302010109021900010100E0000904000001090000000705810304000C')

    def __init__(self, config):
        self.bed = UMockdev.Testbed.new()
        self.folder = config['folder']
        self.last_number = 1
        self.nodes = {}
        self.printers = []
        self.bed.add_from_string(self.described(self.ROOT, 1, self.HUB, {'speed': '480'}))
        for options in config['printers']:
            self.add(options)

    def add(self, options):
        printer = Printer(len(self.printers), options, self.folder)
        self.printers.append(printer)
        if options['plugged']:
            self.plug(printer)

    def described(self, path, number, descriptors, attributes):
        words = descriptors.hex().upper()
        node = f'bus/usb/001/{number:03}'
        lines = [f'P: {path}', f'N: {node}={words}']
        properties = {
            'DEVNAME': f'/dev/{node}', 'DEVTYPE': 'usb_device', 'BUSNUM': '001', 'DEVNUM': f'{number:03}',
            'MAJOR': '189', 'MINOR': str(number - 1), 'SUBSYSTEM': 'usb',
        }
        lines += [f'E: {key}={value}' for key, value in properties.items()]
        known = {'busnum': '1', 'devnum': str(number), 'bConfigurationValue': '1', **attributes}
        lines += [f'A: {key}={value}\\n' for key, value in known.items()]
        return '\n'.join([*lines, f'H: descriptors={words}', '', ''])

    def plug(self, printer):
        if not printer.is_gone:
            raise ValueError('it is plugged in')
        self.last_number += 1
        about, path = printer.about, f'{self.ROOT}/1-{printer.place + 1}'
        attributes = {'speed': '12', 'idVendor': f'{about.vendor:04x}', 'idProduct': f'{about.product:04x}'}
        descriptors = about.device + about.configuration
        node = f'/dev/bus/usb/001/{self.last_number:03}'
        with printer.lock:
            printer.forget()
            printer.is_gone = False
        # umockdev ends a program that opens a node whose socket does not listen: it does before the node is there.
        self.bed.attach_ioctl(node, printer)
        self.bed.add_from_string(self.described(path, self.last_number, descriptors, attributes))
        self.nodes[printer.place] = node
        self.set_access(printer)
        self.bed.uevent('/sys' + path, 'add')

    def unplug(self, printer):
        if printer.is_gone:
            raise ValueError('it is not plugged in')
        path = f'/sys{self.ROOT}/1-{printer.place + 1}'
        with printer.lock:
            printer.is_gone = True
        self.bed.uevent(path, 'remove')
        self.bed.remove_device(path)
        # … and until after it is gone.
        self.bed.detach_ioctl(self.nodes.pop(printer.place))

    def set_access(self, printer):
        node = self.nodes.get(printer.place)
        if node is not None:
            os.chmod(self.bed.get_root_dir() + node, 0o666 if printer.can_access else 0)

    def obey(self, line):
        if line.startswith('- add '):
            self.add(json.loads(line[len('- add '):]))
            return {'ok': True}
        place, name, *words = line.split()
        printer = self.printers[int(place)]
        receipts = printer.receipts
        if name in ('plug', 'unplug') and not words:
            getattr(self, name)(printer)
            return {'ok': True}
        with printer.lock:
            if name == 'log' and not words:
                log, printer.log = printer.log, []
                return {'log': log}
            if name == 'paper':
                receipts.paper = one_of(words, 'ok', 'near', 'out')
            elif name == 'cover':
                receipts.is_open = one_of(words, 'closed', 'open') == 'open'
            elif name == 'out':
                mode = one_of(words[:1], 'ok', 'stall', 'hang', 'error', 'slow')
                number = int(words[1]) if len(words) > 1 else {'hang': 0}.get(mode)
                if mode == 'slow' and not number:
                    raise ValueError('how slow?')
                printer.out_mode, printer.out_left = mode, number
            elif name == 'in':
                mode = one_of(words[:1], 'stall', 'empty')
                printer.in_mode, printer.in_left = mode, int(words[1]) if len(words) > 1 else None
            elif name == 'control':
                printer.control_mode = one_of(words, 'ok', 'hang', 'stall')
            elif name == 'port':
                printer.port = int(words[0], 16)
            elif name == 'busy':
                printer.is_taken_elsewhere = one_of(words, 'yes', 'no') == 'yes'
                if printer.is_taken_elsewhere:
                    printer.drivers[printer.about.printer_interface] = None
            elif name == 'access':
                printer.can_access = one_of(words, 'yes', 'no') == 'yes'
                self.set_access(printer)
            else:
                raise ValueError('no such command')
            receipts.print_on()
        return {'ok': True}


def one_of(words, *known):
    if len(words) != 1 or words[0] not in known:
        raise ValueError('one of ' + ', '.join(known))
    return words[0]


def answered(bus, line):
    try:
        return bus.obey(line)
    except Exception as fault:  # noqa: BLE001 - told to whoever asked
        return {'error': f'{line.strip()}: {fault}'}


def main():
    config = json.loads(sys.argv[1])
    bus = Bus(config)
    # The testbed sets UMOCKDEV_DIR behind Python's back: os.environ does not know it.
    print(json.dumps({'env': {'LD_PRELOAD': PRELOAD, 'UMOCKDEV_DIR': bus.bed.get_root_dir()}}), flush=True)
    for line in sys.stdin:
        print(json.dumps(answered(bus, line)), flush=True)
    # A program that still has a device open would make an orderly end wait for it.
    shutil.rmtree(bus.bed.get_root_dir(), ignore_errors=True)
    shutil.rmtree(config['folder'], ignore_errors=True)
    os._exit(0)


main()
