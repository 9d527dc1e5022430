#!/usr/bin/python3
"""A receipt printer that does not exist, behind a pseudo terminal: a bare one, or one that umockdev shows as a USB
adapter, as a Bluetooth port, or in the place of usblp's device file.

    serial-printer-server.py '{"folder": "/tmp/x", "kind": "pty|usb|bluetooth|usblp", "bufferBytes": 4096}'

The first line of stdout is {"path": "...", "env": {...}}: the port, and what a program needs in its environment to see
it. The rest is as receipt_printer.py says. Further commands:

    unplug / plug               the port vanishes / is there again, under the same name
    lock yes|no                 another program holds the port's lock
    exclusive yes|no            the port refuses to be opened by anybody without privileges
"""
import fcntl
import json
import os
import pty
import select
import sys
import termios
import tty

PRELOAD = 'libumockdev-preload.so.0'
OPTIONS = json.loads(sys.argv[1])
IS_MOCKED = OPTIONS['kind'] != 'pty'
if IS_MOCKED and PRELOAD not in os.environ.get('LD_PRELOAD', ''):
    os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], dict(os.environ, LD_PRELOAD=PRELOAD))

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '../network'))
from receipt_printer import Printer, one_of, serve  # noqa: E402


def open_terminal(path):
    """Its two ends; the other one under that name."""
    master, slave = pty.openpty()
    tty.setraw(slave)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    os.symlink(os.ttyname(slave), path)
    return master, slave


class PtyPort:
    """A pseudo terminal under a name that stays."""

    def __init__(self, folder):
        self.path, self.env = os.path.join(folder, 'tty'), {}

    def plug(self):
        return open_terminal(self.path)

    def unplug(self):
        os.unlink(self.path)


class MockedPort:
    """A terminal that udev knows by another name."""

    DEVICES = {
        'usb': (
            'ttyUSB0',
            '/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/ttyUSB0/tty/ttyUSB0',
            {
                'SUBSYSTEM': 'tty', 'MAJOR': '188', 'MINOR': '0', 'ID_BUS': 'usb',
                'ID_VENDOR_ID': '067b', 'ID_MODEL_ID': '2303',
                'ID_VENDOR_ENC': 'Prolific\\x20Technology\\x20Inc.', 'ID_SERIAL_SHORT': 'FAKE0001',
                'DEVLINKS': '/dev/serial/by-id/usb-Prolific_USB-Serial-if00-port0',
            },
        ),
        'bluetooth': (
            'rfcomm0', '/devices/virtual/tty/rfcomm0', {'SUBSYSTEM': 'tty', 'MAJOR': '216', 'MINOR': '0'},
        ),
        'usblp': (
            'usb/lp0',
            '/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0/usbmisc/lp0',
            {'SUBSYSTEM': 'usbmisc', 'MAJOR': '180', 'MINOR': '0'},
        ),
    }

    def __init__(self, kind):
        import gi

        gi.require_version('UMockdev', '1.0')
        from gi.repository import UMockdev

        self.bed = UMockdev.Testbed.new()
        # The testbed sets UMOCKDEV_DIR behind Python's back: os.environ does not know it.
        self.env = {'LD_PRELOAD': PRELOAD, 'UMOCKDEV_DIR': self.bed.get_root_dir()}
        self.name, self.place, self.known = self.DEVICES[kind]
        self.path = f'/dev/{self.name}'

    def plug(self):
        # Not by `N:`, since the testbed makes a terminal of one name only once.
        known = {'DEVNAME': self.path, **self.known}
        lines = [f'P: {self.place}', *(f'E: {key}={value}' for key, value in known.items())]
        ends = open_terminal(self.bed.get_root_dir() + self.path)
        self.bed.add_from_string('\n'.join([*lines, '', '']))
        self.bed.uevent('/sys' + self.place, 'add')
        return ends

    def unplug(self):
        self.bed.uevent('/sys' + self.place, 'remove')
        self.bed.remove_device('/sys' + self.place)
        os.unlink(self.bed.get_root_dir() + self.path)


class SerialLine:
    def __init__(self, printer, port):
        self.printer, self.port = printer, port
        # Our own hold on the other end keeps the terminal alive while no program has it open.
        self.fd, self.held = port.plug()

    def state(self):
        return {'isPlugged': self.fd is not None}

    def watched(self):
        return {self.fd: select.POLLIN} if self.fd is not None and self.printer.room() else {}

    def on_event(self, fd, _events):
        if fd == self.fd:
            self.printer.take(os.read(self.fd, self.printer.room()))

    def send(self, data):
        if self.fd is not None:
            os.write(self.fd, data)

    def obey(self, name, words):
        if name == 'unplug' and self.fd is not None:
            os.close(self.fd)
            os.close(self.held)
            self.fd = None
            self.port.unplug()
        elif name == 'plug' and self.fd is None:
            self.fd, self.held = self.port.plug()
        elif name == 'lock':
            fcntl.flock(self.held, fcntl.LOCK_EX if one_of(words, 'yes', 'no') == 'yes' else fcntl.LOCK_UN)
        elif name == 'exclusive':
            is_wanted = one_of(words, 'yes', 'no') == 'yes'
            fcntl.ioctl(self.held, termios.TIOCEXCL if is_wanted else termios.TIOCNXCL)
        else:
            return False
        return True


def main():
    port = MockedPort(OPTIONS['kind']) if IS_MOCKED else PtyPort(OPTIONS['folder'])
    printer = Printer(OPTIONS['folder'], OPTIONS['bufferBytes'])
    serve(printer, SerialLine(printer, port), {'path': port.path, 'env': port.env})
    sys.stdout.flush()
    os._exit(0)


main()
