#!/usr/bin/env bash
# One would guess: dev.cel is the same language as cel-go, so a rule that the API server takes gives the same answer on the maps that a JSON
# parser made.
# What happens with dev.cel's plain runtime: a Java null is "unknown": `x == null` is neither true nor an error but an object that is no Boolean,
# while `x == null || true` is true. `x < 2` has no overload for 1.5 (Go: true), and `string()` of a double prints Java's way.
# Why it matters: code that asks whether the result is `Boolean.TRUE` turns the unknown into false without a word, so a rule about an optional
# field (`!has(x.f) || x.f == null`) refuses what it should admit. NullValue instead of null and enableHeterogeneousNumericComparisons bring
# back Go's answers; the text of numbers has to be written by hand.
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

cat >"$work/Cel.java" <<'END'
import dev.cel.common.*;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.*;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.*;
import java.util.*;

class Cel {
  static void eval(boolean like, String expression, Object x) throws Exception {
    var options = like ? CelOptions.current().enableHeterogeneousNumericComparisons(true).build() : CelOptions.DEFAULT;
    var ast = CelCompilerFactory.standardCelCompilerBuilder().addVar("x", SimpleType.DYN)
        .setStandardMacros(CelStandardMacro.STANDARD_MACROS).setOptions(options).build().compile(expression).getAst();
    var variables = new HashMap<String, Object>();
    variables.put("x", x);
    String seen;
    try {
      var value = CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(options).build().createProgram(ast).eval(variables);
      seen = value instanceof CelUnknownSet ? "unknown" : value.toString();
    } catch (CelEvaluationException e) {
      seen = "error";
    }
    System.out.println(expression + " with x = " + x + ": " + seen);
  }

  public static void main(String[] args) throws Exception {
    var field = new HashMap<String, Object>();
    field.put("f", null);
    eval(false, "x == null", null);
    eval(false, "x == null || true", null);
    eval(false, "!has(x.f) || x.f == null", field);
    eval(false, "x < 2", 1.5);
    eval(false, "string(x)", 1.0);
    eval(false, "string(x)", 1e21);
    System.out.println("with NullValue and the option:");
    eval(true, "x == null", NullValue.NULL_VALUE);
    eval(true, "!has(x.f) || x.f == null", Map.of("f", NullValue.NULL_VALUE));
    eval(true, "x < 2", 1.5);
  }
}
END
mkdir "$work/go"
cat >"$work/go/main.go" <<'END'
package main

import (
	"fmt"

	"github.com/google/cel-go/cel"
)

func eval(expression string, x any) {
	env, err := cel.NewEnv(cel.Variable("x", cel.DynType))
	if err != nil {
		panic(err)
	}
	ast, issues := env.Compile(expression)
	if issues.Err() != nil {
		panic(issues.Err())
	}
	program, err := env.Program(ast)
	if err != nil {
		panic(err)
	}
	value, _, err := program.Eval(map[string]any{"x": x})
	if err != nil {
		fmt.Println(expression, "error")
		return
	}
	fmt.Printf("%s with x = %v: %v\n", expression, x, value.Value())
}

func main() {
	eval("x == null", nil)
	eval("x == null || true", nil)
	eval("!has(x.f) || x.f == null", map[string]any{"f": nil})
	eval("x < 2", 1.5)
	eval("string(x)", 1.0)
	eval("string(x)", 1e21)
}
END
java=$(run_java "$work/Cel.java" dev.cel:cel:0.14.0)
go=$(run_go "$work/go" github.com/google/cel-go@v0.26.1)
printf '%s\n\n%s\n' "$java" "$go"

expect 'with dev.cel:cel:0.14.0
x == null with x = null: unknown
x == null || true with x = null: true
!has(x.f) || x.f == null with x = {f=null}: unknown
x < 2 with x = 1.5: error
string(x) with x = 1.0: 1.0
string(x) with x = 1.0E21: 1.0E21
with NullValue and the option:
x == null with x = NULL_VALUE: true
!has(x.f) || x.f == null with x = {f=NULL_VALUE}: true
x < 2 with x = 1.5: true' "$java"
expect 'with github.com/google/cel-go@v0.26.1
x == null with x = <nil>: true
x == null || true with x = <nil>: true
!has(x.f) || x.f == null with x = map[f:<nil>]: true
x < 2 with x = 1.5: true
string(x) with x = 1: 1
string(x) with x = 1e+21: 1e+21' "$go"
