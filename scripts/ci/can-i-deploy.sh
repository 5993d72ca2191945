#!/usr/bin/env bash
# The gate: exit code 0 when this version works with everything in the environment, 1 when it does not or nobody knows.
# When: right before a deployment.
# Run in the repository's top folder.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the client reads it by itself)
#   PACTICIPANT           what is to be deployed
#   VERSION               optional: its version; the commit
#   ENVIRONMENT           where to
#   RETRIES               optional: how often to ask again while a verification is still missing; 12
#   RETRY_INTERVAL        optional: seconds between two questions; 10
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of what is to be deployed}"
: "${ENVIRONMENT:?is the environment to deploy to}"
VERSION=${VERSION:-${GITHUB_SHA:-$(git rev-parse HEAD)}}
export PATH="$PWD/node_modules/.bin:$PATH" PACT_DO_NOT_TRACK=true

# As a table: with --output json the client's exit code is 0 even for a no.
exec pact-broker can-i-deploy --pacticipant "$PACTICIPANT" --version "$VERSION" --to-environment "$ENVIRONMENT" \
  --retry-while-unknown "${RETRIES:-12}" --retry-interval "${RETRY_INTERVAL:-10}"
