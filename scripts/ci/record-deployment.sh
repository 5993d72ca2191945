#!/usr/bin/env bash
# Tells the broker that a version is deployed, in the place of the one before. When: right after the deployment succeeded.
# Run in the repository's top folder.
#
#   PACT_BROKER_BASE_URL  the broker
#   PACT_BROKER_TOKEN     optional: a bearer token (the client reads it by itself)
#   PACTICIPANT           what was deployed
#   VERSION               optional: its version; the commit
#   ENVIRONMENT           where to
#   APPLICATION_INSTANCE  optional: which one, when several of it run in the environment
set -euo pipefail
: "${PACT_BROKER_BASE_URL:?is the address of the broker}"
: "${PACTICIPANT:?is the name of what was deployed}"
: "${ENVIRONMENT:?is the environment it was deployed to}"
VERSION=${VERSION:-${GITHUB_SHA:-$(git rev-parse HEAD)}}
export PATH="$PWD/node_modules/.bin:$PATH" PACT_DO_NOT_TRACK=true

exec pact-broker record-deployment --pacticipant "$PACTICIPANT" --version "$VERSION" --environment "$ENVIRONMENT" \
  ${APPLICATION_INSTANCE:+--application-instance "$APPLICATION_INSTANCE"}
