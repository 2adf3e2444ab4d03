#!/bin/sh
# Plays helm: a chart renders to a ConfigMap that tells how helm was called and which values it got.
if [ "$1" = version ]; then
  echo v3.14.2+gfake
  exit
fi
arguments=
values=
while [ $# -gt 0 ]; do
  case $1 in
  -f)
    values="$values
$(sed 's/^/    /' "$2")"
    arguments="$arguments -f"
    shift
    ;;
  /*)
    chart=$(basename "$1")
    arguments="$arguments <$chart>"
    ;;
  *) arguments="$arguments $1" ;;
  esac
  shift
done
cat <<END
apiVersion: v1
kind: ConfigMap
metadata:
  name: $chart
  namespace: of-the-chart
data:
  arguments: "$(echo $arguments)"
  homes: "${HELM_CACHE_HOME#"$HELM_CONFIG_HOME"} ${HELM_DATA_HOME#"$HELM_CONFIG_HOME"}"
  values: |-
    # from files:$values
END
