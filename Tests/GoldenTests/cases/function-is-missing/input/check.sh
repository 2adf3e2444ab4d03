#!/bin/sh
sleep 60
true
