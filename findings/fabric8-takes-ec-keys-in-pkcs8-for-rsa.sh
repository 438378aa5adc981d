#!/usr/bin/env bash
# One would guess: a client certificate with an elliptic curve key works with fabric8's client as with kubectl, whichever of the two usual forms
# the key has in the kubeconfig; at worst the form without the curve's name in its header is the portable one.
# What happens: the algorithm of the key is guessed from the header line alone. "BEGIN EC PRIVATE KEY" is understood; in "BEGIN PRIVATE KEY"
# (PKCS #8, what `openssl req -newkey ec`, cert-manager and most tools write today) no algorithm is found, the key is parsed as one of RSA, and
# the client fails with "Invalid DER: object is not integer". With `Config.empty()` RSA is assumed even for the first form.
# Why it matters: a kubeconfig that works everywhere else fails in a Java operator, with a message that names neither key nor kubeconfig. Who
# builds a Config by himself has to look into the key and call `withClientKeyAlgo`.
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
  (cd "$work" && "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$work/jars/*" "$file")
}

# expect WHAT SEEN stops the script where the behaviour is not the one described any more.
expect() {
  [[ $2 == "$1" ]] || { printf 'CHANGED\n--- described\n%s\n--- seen\n%s\n' "$1" "$2" >&2; exit 1; }
}

cat >"$work/Key.java" <<'END'
import io.fabric8.kubernetes.client.*;
import io.fabric8.kubernetes.client.internal.SSLUtils;
import java.nio.file.*;
import java.util.Base64;

class Key {
  static String data(String file) throws Exception {
    return Base64.getEncoder().encodeToString(Files.readAllBytes(Path.of(file)));
  }

  static void show(String name, Config config) {
    String found = name + ": algorithm " + config.getClientKeyAlgo() + ", ";
    try {
      System.out.println(found + SSLUtils.keyManagers(config).length + " key manager");
    } catch (Exception e) {
      System.out.println(found + e);
    }
  }

  static ConfigBuilder byHand(String key) throws Exception {
    return new ConfigBuilder(Config.empty()).withClientCertData(data("cert.pem")).withClientKeyData(data(key));
  }

  public static void main(String[] args) throws Exception {
    for (String key : new String[] {"sec1.pem", "pkcs8.pem"}) {
      System.out.println(Files.readAllLines(Path.of(key)).get(0));
      show("from a kubeconfig", Config.fromKubeconfig("""
          {"apiVersion": "v1", "kind": "Config", "current-context": "one",
           "clusters": [{"name": "one", "cluster": {"server": "https://127.0.0.1:6443"}}],
           "contexts": [{"name": "one", "context": {"cluster": "one", "user": "one"}}],
           "users": [{"name": "one", "user": {"client-certificate-data": "%s", "client-key-data": "%s"}}]}
          """.formatted(data("cert.pem"), data(key))));
      show("Config.empty()", byHand(key).build());
      show("Config.empty() and withClientKeyAlgo", byHand(key).withClientKeyAlgo("EC").build());
    }
  }
}
END
openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout "$work/pkcs8.pem" -out "$work/cert.pem" -days 30 -subj /CN=user 2>/dev/null
openssl ec -in "$work/pkcs8.pem" -out "$work/sec1.pem" 2>/dev/null
seen=$(run_java "$work/Key.java" io.fabric8:kubernetes-client:7.8.0)
echo "$seen"

expect 'with io.fabric8:kubernetes-client:7.8.0
-----BEGIN EC PRIVATE KEY-----
from a kubeconfig: algorithm EC, 1 key manager
Config.empty(): algorithm RSA, java.io.IOException: Invalid DER: object is not integer
Config.empty() and withClientKeyAlgo: algorithm EC, 1 key manager
-----BEGIN PRIVATE KEY-----
from a kubeconfig: algorithm null, java.io.IOException: Invalid DER: object is not integer
Config.empty(): algorithm RSA, java.io.IOException: Invalid DER: object is not integer
Config.empty() and withClientKeyAlgo: algorithm EC, 1 key manager' "$seen"
