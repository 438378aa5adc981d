#!/usr/bin/env bash
# One would guess: a JSON patch (RFC 6902) that one tool takes, the other takes too, so patches of a kustomization can be applied by the library
# that fabric8's client brings along (zjsonpatch) as they are by kustomize and the API server (evanphx/json-patch v4).
# What happens: for a field that is absent, `remove` passes and `replace` fails in Java; in Go `remove` fails and `replace` adds it. Go counts
# `-1` as the last item, Java raises an IllegalStateException. Go lets `test` for null pass and copies what is absent as null; Java refuses both.
# Why it matters: whoever rebuilds kustomize, or checks patches before they are sent, accepts what the real one refuses and the reverse.
set -euo pipefail
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

# run_java FILE GROUP:ARTIFACT:VERSION... runs one source file with these libraries (JDK 17 or later; JAVA_HOME wins over PATH).
run_java() {
  local file=$1 id g a v
  shift
  {
    echo '<project><modelVersion>4.0.0</modelVersion><groupId>finding</groupId><artifactId>finding</artifactId><version>1</version><dependencies>'
    for id in "$@"; do
      IFS=: read -r g a v <<<"$id"
      echo "<dependency><groupId>$g</groupId><artifactId>$a</artifactId><version>$v</version></dependency>"
    done
    echo '</dependencies></project>'
  } >"$work/pom.xml"
  mvn --batch-mode -q -f "$work/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory="$work/jars" >&2
  echo "with $*"
  "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$work/jars/*" "$file"
}

# run_go DIR MODULE@VERSION... runs the program in DIR with these modules.
run_go() (
  cd "$1"
  shift
  go mod init finding 2>/dev/null
  go get "$@" 2>/dev/null || go get "$@"
  go mod tidy 2>/dev/null || go mod tidy
  echo "with $*"
  go run .
)

# expect WHAT SEEN stops the script where the behaviour is not the one described any more.
expect() {
  [[ $2 == "$1" ]] || { printf 'CHANGED\n--- described\n%s\n--- seen\n%s\n' "$1" "$2" >&2; exit 1; }
}

cat >"$work/patches" <<'END'
[{"op":"remove","path":"/labels/absent"}]
[{"op":"replace","path":"/labels/absent","value":"x"}]
[{"op":"replace","path":"/absent","value":"x"}]
[{"op":"test","path":"/absent","value":null}]
[{"op":"copy","from":"/absent","path":"/new"}]
[{"op":"remove","path":"/args/-1"}]
[{"op":"replace","path":"/args/-1","value":"z"}]
[{"op":"remove","path":"/args/5"}]
[{"op":"remove","path":"/absent/x"}]
END
document='{"args":["a","b"],"labels":{"k":"v"}}'

cat >"$work/Patches.java" <<'END'
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.zjsonpatch.JsonPatch;
import java.nio.file.*;

class Patches {
  public static void main(String[] args) throws Exception {
    var json = new ObjectMapper();
    for (var line : Files.readAllLines(Path.of(System.getenv("PATCHES")))) {
      String seen;
      try {
        seen = JsonPatch.apply(json.readTree(line), json.readTree(System.getenv("DOCUMENT"))).toString();
      } catch (RuntimeException e) {
        seen = "refused";
      }
      System.out.println(line + " " + seen);
    }
  }
}
END
mkdir "$work/go"
cat >"$work/go/main.go" <<'END'
package main

import (
	"fmt"
	"os"
	"strings"

	jsonpatch "gopkg.in/evanphx/json-patch.v4"
)

func main() {
	lines, _ := os.ReadFile(os.Getenv("PATCHES"))
	for _, line := range strings.Split(strings.TrimSpace(string(lines)), "\n") {
		patch, err := jsonpatch.DecodePatch([]byte(line))
		if err != nil {
			panic(err)
		}
		seen, err := patch.Apply([]byte(os.Getenv("DOCUMENT")))
		if err != nil {
			seen = []byte("refused")
		}
		fmt.Println(line, string(seen))
	}
}
END

export PATCHES=$work/patches DOCUMENT=$document
java=$(run_java "$work/Patches.java" io.fabric8:zjsonpatch:7.8.0 com.fasterxml.jackson.core:jackson-databind:2.20.1)
go=$(run_go "$work/go" gopkg.in/evanphx/json-patch.v4@v4.13.0)
printf 'document %s\n\n%s\n\n%s\n' "$document" "$java" "$go"

expect 'with io.fabric8:zjsonpatch:7.8.0 com.fasterxml.jackson.core:jackson-databind:2.20.1
[{"op":"remove","path":"/labels/absent"}] {"args":["a","b"],"labels":{"k":"v"}}
[{"op":"replace","path":"/labels/absent","value":"x"}] refused
[{"op":"replace","path":"/absent","value":"x"}] refused
[{"op":"test","path":"/absent","value":null}] refused
[{"op":"copy","from":"/absent","path":"/new"}] refused
[{"op":"remove","path":"/args/-1"}] refused
[{"op":"replace","path":"/args/-1","value":"z"}] refused
[{"op":"remove","path":"/args/5"}] refused
[{"op":"remove","path":"/absent/x"}] refused' "$java"
expect 'with gopkg.in/evanphx/json-patch.v4@v4.13.0
[{"op":"remove","path":"/labels/absent"}] refused
[{"op":"replace","path":"/labels/absent","value":"x"}] {"args":["a","b"],"labels":{"absent":"x","k":"v"}}
[{"op":"replace","path":"/absent","value":"x"}] {"absent":"x","args":["a","b"],"labels":{"k":"v"}}
[{"op":"test","path":"/absent","value":null}] {"args":["a","b"],"labels":{"k":"v"}}
[{"op":"copy","from":"/absent","path":"/new"}] {"args":["a","b"],"labels":{"k":"v"},"new":null}
[{"op":"remove","path":"/args/-1"}] {"args":["a"],"labels":{"k":"v"}}
[{"op":"replace","path":"/args/-1","value":"z"}] {"args":["a","z"],"labels":{"k":"v"}}
[{"op":"remove","path":"/args/5"}] refused
[{"op":"remove","path":"/absent/x"}] refused' "$go"
