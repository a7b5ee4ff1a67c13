#!/usr/bin/env bash
# A sweep by GNU parallel, on this machine or several. docs/cluster.md explains it; copy this file and edit its top.
set -euo pipefail

shards=16
at_once=4 # shards at a time on each machine
threads=2 # threads each
machines=(:) # the colon is this machine; (: node2 node3) adds two that are reached by ssh and see this folder

cxsim=cxsim
scenario=02_what_if
folder=heard
sweep=(
  --vary customer.word_of_mouth.heard_rate=0.02:0.2:log
  --vary company.maturity_stage=1:6
  --design sobol -n 256
  --replications 10
)

# A shard that fails is tried three times in all; when a tenth of them have failed for good, no more are begun.
seq "$shards" | parallel --quote --sshlogin "$(IFS=, && echo "${machines[*]}")" --workdir . --jobs "$at_once" \
  --joblog "$folder.joblog" --resume-failed --retries 3 --halt soon,fail=10% \
  "$cxsim" sweep "$scenario" "${sweep[@]}" -o "$folder" --resume --shard "{}/$shards" --threads "$threads"
