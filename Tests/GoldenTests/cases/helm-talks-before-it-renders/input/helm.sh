#!/bin/sh
if [ "$1" = version ]; then echo "version: v4.0.1"; exit; fi
cat <<END
Pulled: registry.example/web: 1.0
---
# Source: web/templates/map.yaml
apiVersion: v1
kind: ConfigMap
metadata:
  name: web
---
END
