#!/usr/bin/env bash
# One would guess: an anchor's name is any text without spaces and brackets, as YAML 1.2 says (ns-anchor-char), so a file that one parser takes
# another takes too.
# What happens: snakeyaml-engine 3.0.1 takes `&база` and refuses `&base.v1`. go-yaml (and so Helm, kubectl, kustomize, Flux) refuses both: it takes
# letters of ASCII, digits, `_` and `-` alone.
# Why it matters: a file that passes a check written in Java is refused by the tools that are to use it; a Java tool that must answer as Helm or
# kustomize answers has to look at the names of anchors itself.
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

cat >"$work/Anchors.java" <<'END'
import org.snakeyaml.engine.v2.api.*;

class Anchors {
  public static void main(String[] args) {
    for (String name : new String[] {"base", "base_1-a", "base.v1", "база"}) {
      String document = "a: &" + name + " 1\nb: *" + name + "\n";
      try {
        System.out.println(name + ": " + new Load(LoadSettings.builder().build()).loadFromString(document));
      } catch (org.snakeyaml.engine.v2.exceptions.YamlEngineException e) {
        System.out.println(name + ": refused");
      }
    }
  }
}
END
mkdir "$work/go"
cat >"$work/go/main.go" <<'END'
package main

import (
	"fmt"

	"go.yaml.in/yaml/v3"
)

func main() {
	for _, name := range []string{"base", "base_1-a", "base.v1", "база"} {
		var value map[string]int
		if err := yaml.Unmarshal([]byte("a: &"+name+" 1\nb: *"+name+"\n"), &value); err != nil {
			fmt.Printf("%s: %v\n", name, err)
			continue
		}
		fmt.Printf("%s: %v\n", name, value)
	}
}
END
java=$(run_java "$work/Anchors.java" org.snakeyaml:snakeyaml-engine:3.0.1)
go=$(run_go "$work/go" go.yaml.in/yaml/v3@v3.0.4)
printf '%s\n\n%s\n' "$java" "$go"

expect 'with org.snakeyaml:snakeyaml-engine:3.0.1
base: {a=1, b=1}
base_1-a: {a=1, b=1}
base.v1: refused
база: {a=1, b=1}' "$java"
expect 'with go.yaml.in/yaml/v3@v3.0.4
base: map[a:1 b:1]
base_1-a: map[a:1 b:1]
base.v1: yaml: did not find expected alphabetic or numeric character
база: yaml: did not find expected alphabetic or numeric character' "$go"
