#!/bin/sh
# hosting/load-test.sh http://127.0.0.1:8080/ [seconds] > table.md
# Loads a server of the built site with wrk and prints a table in Markdown: a page, a lesson and a script, each
# as a browser asks for them, from few connections to many. Both ends on one machine share its processors,
# so the server alone could do more.
set -eu

site=${1:?Say where the site is: hosting/load-test.sh http://127.0.0.1:8080/}
site=${site%/}/
seconds=${2:-10}
command -v wrk >/dev/null || { echo 'wrk is not installed.' >&2; exit 1; }

script=$(curl -fsS "$site" | grep -o '_astro/[A-Za-z0-9._-]*\.js' | head -n 1)
echo '| file | connections | requests/s | MB/s | median | 90 % | 99 % | errors |'
echo '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |'
for path in '' lessons/two-faces/ "$script"; do
  for connections in 10 100 1000; do
    wrk --threads 2 --connections "$connections" --duration "${seconds}s" --latency \
      --header 'Accept-Encoding: br, gzip' "$site$path" |
      awk -v path="/$path" -v connections="$connections" '
        $1 == "50%" || $1 == "90%" || $1 == "99%" { latency[$1] = $2 }
        $1 == "Requests/sec:" { requests = $2 }
        $1 == "Transfer/sec:" { transfer = $2 }
        /Socket errors|Non-2xx/ { gsub(/^ +/, ""); errors = errors $0 }
        function megabytes(text,  size) {
          size = text + 0
          if (text ~ /KB$/) size *= 1024 / 1e6
          else if (text ~ /MB$/) size *= 1048576 / 1e6
          else if (text ~ /GB$/) size *= 1073741824 / 1e6
          else size /= 1e6
          return size
        }
        END {
          printf "| `%s` | %s | %.0f | %.0f | %s | %s | %s | %s |\n", path, connections, requests,
            megabytes(transfer), latency["50%"], latency["90%"], latency["99%"], errors ? errors : "none"
        }'
  done
done
