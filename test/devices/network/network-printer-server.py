#!/usr/bin/python3
"""A receipt printer that does not exist, on a TCP port.

    network-printer-server.py '{"folder": "/tmp/x", "port": 9100, "bufferBytes": 4096, "socketBytes": 4096, "hangsUp": true}'

The first line of stdout is {"port": N}; the rest is as receipt_printer.py says. It serves one client at a time, as real
ones do. Further commands:

    rst / fin                   does so with the connection that stands: resets it, ends its own side
    rst-after N / fin-after N   once it has received N bytes more; 0: when the next client comes
"""
import json
import os
import select
import socket
import struct
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from receipt_printer import Printer, serve  # noqa: E402


class NetworkLine:
    def __init__(self, printer, options):
        self.printer, self.hangs_up = printer, options['hangsUp']
        self.listener = socket.socket()
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, options['socketBytes'])
        self.listener.bind(('127.0.0.1', options['port']))
        self.listener.listen(4)
        self.client = None
        self.kept = []
        self.plan = None
        self.count = {'connections': 0, 'ends': 0, 'resets': 0}

    def state(self):
        return {**self.count, 'isConnected': self.client is not None}

    def watched(self):
        if self.client is None:
            return {self.listener.fileno(): select.POLLIN}
        # Without POLLIN a reset is still told.
        return {self.client.fileno(): select.POLLIN if self.room() else 0}

    def room(self):
        room = self.printer.room()
        return room if self.plan is None else min(room, self.plan[1])

    def on_event(self, fd, events):
        if self.client is None:
            self.client = self.listener.accept()[0]
            self.count['connections'] += 1
            self.after(0)
            return
        if fd != self.client.fileno():
            return
        try:
            data = self.client.recv(max(1, self.room()))
        except OSError:
            self.count['resets'] += 1
            self.drop()
            return
        if data:
            self.printer.take(data)
            self.after(len(data))
            return
        self.count['ends'] += 1
        if self.hangs_up:
            self.drop()
        else:
            self.kept.append(self.client)
            self.client = None

    def after(self, count):
        if self.plan is None:
            return
        deed, left = self.plan
        self.plan = (deed, left - count)
        if left - count <= 0:
            self.plan = None
            self.obey(deed, [])

    def drop(self):
        self.client.close()
        self.client = None

    def send(self, data):
        try:
            if self.client is not None:
                self.client.send(data, socket.MSG_DONTWAIT)
        except OSError:
            pass

    def obey(self, name, words):
        if name in ('rst-after', 'fin-after'):
            self.plan = (name.removesuffix('-after'), int(words[0]))
            return True
        if name not in ('rst', 'fin'):
            return False
        if self.client is None:
            raise ValueError('nobody is connected')
        if name == 'fin':
            self.client.shutdown(socket.SHUT_WR)
            return True
        self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        self.drop()
        return True


def main():
    options = json.loads(sys.argv[1])
    printer = Printer(options['folder'], options['bufferBytes'])
    line = NetworkLine(printer, options)
    serve(printer, line, {'port': line.listener.getsockname()[1]})


main()
