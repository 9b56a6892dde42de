#!/usr/bin/env node
// Runs a TypeScript entry point on the pinned Node, whatever Node and npm the machine has:
//   node scripts/run.cjs [--node-option ...] ENTRY [ARG ...]
// Installs the packages first when the lock file has changed since the last install.
// Plain old JavaScript, because the machine's own Node has to read it. Speaks on standard error only.
'use strict';
var childProcess = require('child_process');
var crypto = require('crypto');
var fs = require('fs');
var path = require('path');

var root = path.dirname(__dirname);
var modules = path.join(root, 'node_modules');
var stamp = path.join(modules, '.installed-from');
var pinned = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).devDependencies.node;
var onWindows = process.platform === 'win32';
var node = path.join(modules, 'node', 'bin', onWindows ? 'node.exe' : 'node');

function say(text) {
  process.stderr.write('desk: ' + text + '\n');
}

function npm(words) {
  var done = childProcess.spawnSync('npm', words, { cwd: root, stdio: ['ignore', 2, 2], shell: onWindows });
  return done.status === 0;
}

function lockDigest() {
  return crypto
    .createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
}

function installedFrom() {
  try {
    return fs.readFileSync(stamp, 'utf8');
  } catch (_error) {
    return '';
  }
}

function nodeWorks() {
  var asked = childProcess.spawnSync(node, ['--version'], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout.trim() === 'v' + pinned;
}

function stop(text) {
  say(text);
  process.exit(1);
}

function install() {
  say('installing packages (once, about half a minute)');
  if (!npm(['install', '--no-audit', '--no-fund'])) {
    stop('npm install failed; see its message above. Check that this machine reaches an npm registry.');
  }
  fs.writeFileSync(stamp, lockDigest());
}

if (installedFrom() !== lockDigest()) install();

// An npm that refuses install scripts leaves the node package without its binary: fetch it as that script would.
if (!nodeWorks()) {
  childProcess.spawnSync(process.execPath, ['installArchSpecificPackage.js'], {
    cwd: path.join(modules, 'node'),
    stdio: ['ignore', 2, 2],
  });
  if (!nodeWorks())
    stop('Node ' + pinned + ' could not be installed for ' + process.platform + ' ' + process.arch + '.');
}

// What Node has compiled, and the types it has erased, are kept beside the packages: a start takes half the time.
var compiled = process.env.NODE_COMPILE_CACHE || path.join(modules, '.cache', 'compiled');
var child = childProcess.spawn(node, process.argv.slice(2), {
  stdio: 'inherit',
  env: Object.assign({}, process.env, {
    NODE_COMPILE_CACHE: compiled,
    PATH: path.join(modules, '.bin') + path.delimiter + process.env.PATH,
  }),
});
['SIGINT', 'SIGTERM', 'SIGHUP'].forEach(function (signal) {
  process.on(signal, function () {
    child.kill(signal);
  });
});
child.on('exit', function (code, signal) {
  if (signal) process.exitCode = 1;
  else process.exitCode = code;
});
