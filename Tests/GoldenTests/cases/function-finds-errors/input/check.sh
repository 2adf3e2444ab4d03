#!/bin/sh
cat
cat <<END
results:
- message: |-
    one replica is few
    (the policy says so)
  severity: error
  resourceRef: {apiVersion: apps/v1, kind: Deployment, name: web}
  field: {path: spec.replicas, currentValue: 1, proposedValue: 3}
- message: there is no Service
  severity: error
- message: who is it
  severity: error
  resourceRef: {apiVersion: v1, kind: Service, name: web, namespace: a}
  file: {path: web.yaml}
END
echo looked at it >&2
exit 1
