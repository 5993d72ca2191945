#!/usr/bin/env bash
# Compares each OpenAPI document that a change adds or edits with the last released version of the same provider, and tells
# what changed in Markdown. Exit code 1 when a version's step is smaller than its change (a major step may break).
# When: on every pull request that touches a provider's document. Runs in any folder of a repository that has its history.
#
#   BASE_REF   optional: what the change is to be merged into; what the CI names, or origin/main
#   DOCUMENTS  optional: the folder with a folder for each provider, and in it <version>.yaml; openapi/documents. From the
#              repository's top folder, as the paths in the report are
#   REPORT     optional: the file that the Markdown goes to; standard output
#   FAIL_ON    optional: error, warning (also when changes only may break) or none; error
#   CONCORDAT  optional: the command; that of the repository that this script lies in, or the concordat that PATH leads to
set -euo pipefail
refuse() {
  echo "$0: $*" >&2
  exit 2
}
here=$(cd "$(dirname "$0")" && pwd)
case "${REPORT:-/}" in /*) ;; *) REPORT=$PWD/$REPORT ;; esac
top=$(git rev-parse --show-toplevel 2> /dev/null) || refuse "$PWD is in no git repository, and the release before is read from its history."
cd "$top"
documents=${DOCUMENTS:-openapi/documents}
documents=${documents#"$top/"}
if [ ! -d "$documents" ]; then refuse "DOCUMENTS=$documents: there is no such folder in $top."; fi
export PATH="$top/node_modules/.bin:$here/../../node_modules/.bin:$PATH"
if [ -n "${CONCORDAT:-}" ]; then
  concordat() { $CONCORDAT openapi "$@"; }
elif [ -f "$here/../concordat.mjs" ]; then
  concordat() { node "$here/../concordat.mjs" openapi "$@"; }
elif command -v concordat > /dev/null; then
  concordat() { command concordat openapi "$@"; }
else
  refuse "CONCORDAT: is the command that compares documents; set it, as there is no concordat in PATH."
fi

target=${GITHUB_BASE_REF:-${CI_MERGE_REQUEST_TARGET_BRANCH_NAME:-${SYSTEM_PULLREQUEST_TARGETBRANCH:-main}}}
BASE_REF=${BASE_REF:-origin/${target#refs/heads/}}
base=$(git merge-base "$BASE_REF" HEAD 2> /dev/null) \
  || refuse "BASE_REF=$BASE_REF: this checkout has nothing in common with it. Fetch the whole history (fetch-depth: 0), or set BASE_REF."
# Short: it is shown as the place of the older document.
base=$(git rev-parse --short "$base")

# The release that came before: what the document was itself, or else the newest release below it. Pre-releases do not count.
previous() {
  local folder=$1 version=$2 releases
  releases=$(git ls-tree --name-only "$base" "$folder/" | sed -nE 's|.*/([0-9]+\.[0-9]+\.[0-9]+)\.yaml$|\1|p')
  if grep -qFx "$version" <<<"$releases"; then
    echo "$version"
  else
    printf '%s\n' $releases "${version%%-*}" | sort -uV | grep -FxB1 "${version%%-*}" | grep -vFx "${version%%-*}" || true
  fi
}

report() {
  local file folder version before judged code result=0 changed room
  # GitHub refuses a comment of more than 65,536 characters: the documents share the room.
  changed=$(git diff --name-only --diff-filter=d "$base" -- "$documents/*.yaml" | wc -l)
  room=$((60000 / (changed > 0 ? changed : 1)))
  if [ "$room" -lt 3000 ]; then room=3000; fi
  while IFS= read -r file; do
    folder=$(dirname "$file") version=$(basename "$file" .yaml)
    before=$(previous "$folder" "$version")
    printf '# %s %s\n\n' "$(basename "$folder")" "$version"
    if [ -z "$before" ]; then
      printf 'The first version: there is nothing to compare it with.\n\n'
      continue
    fi
    judged=$(concordat lint-versioning "git:$base:$folder/$before.yaml" "$file" --fail-on "${FAIL_ON:-error}") && code=0 || code=$?
    if [ "$code" -gt "$result" ]; then result=$code; fi
    if [ -n "$judged" ]; then printf '> %s\n\n' "$judged"; fi
    concordat diff "git:$base:$folder/$before.yaml" "$file" --format markdown --max-length "$room" --fail-on none || result=2
    printf '\n'
    # Annotations, on the lines of the changed files.
    if [ -n "${GITHUB_ACTIONS:-}" ]; then concordat diff "git:$base:$folder/$before.yaml" "$file" --format github --fail-on none >&3; fi
  done < <(git diff --name-only --diff-filter=d "$base" -- "$documents/*.yaml" | sort -V)
  return "$result"
}

# Not /dev/stdout: that cannot be opened when standard output is a socket.
if [ -n "${REPORT:-}" ]; then report 3>&1 > "$REPORT"; else report 3>&1; fi
