#!/bin/sh
# The configuration comes as functionConfig, and once more as the only item.
count=$(grep -c 'count: 2')
cat <<END
apiVersion: v1
kind: ConfigMap
metadata:
  name: hashed
  annotations:
    kustomize.config.k8s.io/needs-hash: "true"
    config.kubernetes.io/path: maps/hashed.yaml
data:
  times: "$count"
  here: $(ls kustomization.yaml)
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
  annotations:
    kustomize.config.k8s.io/behavior: merge
    kustomize.config.k8s.io/needs-hash: "true"
data:
  b: "2"
END
