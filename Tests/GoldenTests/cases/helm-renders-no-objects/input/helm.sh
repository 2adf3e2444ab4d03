#!/bin/sh
if [ "$1" = version ]; then echo v3.14.2; exit; fi
cat <<END
apiVersion: v1
kind: ConfigMap
metadata:
  labels: {app: web}
END
