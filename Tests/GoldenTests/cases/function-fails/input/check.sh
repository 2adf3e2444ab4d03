#!/bin/sh
echo "no such setting: count" >&2
exit 7
