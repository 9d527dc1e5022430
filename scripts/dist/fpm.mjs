#!/usr/bin/env node
// Stands in for fpm, which electron-builder calls to make a Debian package: Debian has no fpm, and electron-builder's own is a
// download. It does by dpkg-deb what electron-builder 26 asks for, and refuses anything else.
import { makeDeb } from './deb.mjs';
import { readFpmArguments } from './fpm-arguments.mjs';

makeDeb(readFpmArguments(process.argv.slice(2)), process.env['LOKET_DEB_LEVEL']);
