#!/bin/sh
cat web.yaml; echo ---; cat web.yaml
