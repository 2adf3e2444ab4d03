#!/bin/sh
# Changes one object, leaves one out, and adds one that holds what it was given.
input=$(cat)
cat <<END
apiVersion: config.kubernetes.io/v1
kind: ResourceList
items:
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    name: my-web
    annotations:
      config.k8s.io/id: "1"
      internal.config.kubernetes.io/index: "0"
  spec:
    replicas: 3
- apiVersion: v1
  kind: ConfigMap
  metadata:
    name: my-stays
    namespace: other
    annotations: {a: b}
  data:
    number: "1"
- apiVersion: v1
  kind: ConfigMap
  metadata:
    name: new
  data:
    input: |
$(echo "$input" | sed 's/^/      /')
END
