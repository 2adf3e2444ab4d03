#!/bin/sh
if [ "$1" = version ]; then echo v3.14.2; exit; fi
echo "Error: execution error at (web/templates/map.yaml:3:4): a host is needed" >&2
echo >&2
echo "Use --debug flag to render out invalid YAML" >&2
exit 1
