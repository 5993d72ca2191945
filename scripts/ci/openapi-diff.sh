#!/usr/bin/env bash
# Compares each OpenAPI document that a change adds or edits with the last released version of the same provider, and tells
# what changed in Markdown. Exit code 1 when a version's step is smaller than its change (a major step may break).
# When: on every pull request that touches a provider's document. Run in the repository's top folder, with its history.
#
#   BASE_REF   optional: what the change is to be merged into; origin/main
#   DOCUMENTS  optional: the folder with a folder for each provider, and in it <version>.yaml; openapi/documents
#   REPORT     optional: the file that the Markdown goes to; standard output
#   FAIL_ON    optional: error, warning (also when changes only may break) or none; error
#   CONCORDAT  optional: the command; node scripts/concordat.mjs
set -euo pipefail
documents=${DOCUMENTS:-openapi/documents}
if [ ! -d "$documents" ]; then
  echo "DOCUMENTS=$documents: there is no such folder in $PWD. Run this in the repository's top folder." >&2
  exit 2
fi
export PATH="$PWD/node_modules/.bin:$PATH"
base=$(git merge-base "${BASE_REF:-origin/main}" HEAD)
# Short: it is shown as the place of the older document.
base=$(git rev-parse --short "$base")

concordat() { ${CONCORDAT:-node scripts/concordat.mjs} openapi "$@"; }

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
  local file folder version before judged code result=0
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
    concordat diff "git:$base:$folder/$before.yaml" "$file" --format markdown --fail-on none || result=2
    printf '\n'
    # Annotations, on the lines of the changed files.
    if [ -n "${GITHUB_ACTIONS:-}" ]; then concordat diff "git:$base:$folder/$before.yaml" "$file" --format github --fail-on none >&3; fi
  done < <(git diff --name-only --diff-filter=d "$base" -- "$documents/*.yaml" | sort -V)
  return "$result"
}

# Not /dev/stdout: that cannot be opened when standard output is a socket.
if [ -n "${REPORT:-}" ]; then report 3>&1 > "$REPORT"; else report 3>&1; fi
