#!/bin/sh
cat
echo 'results: {name: check, items: [{message: one replica is few, severity: warning}, {severity: warning, tags: {a: b}}]}'
