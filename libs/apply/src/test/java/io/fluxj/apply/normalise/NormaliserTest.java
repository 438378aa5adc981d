package io.fluxj.apply.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Yaml;
import org.junit.jupiter.api.Test;

/** Golden scenario apply-unknown-field; build corpus cases status-field, secret-stringdata, service-protocol. */
class NormaliserTest {
    private final Normaliser normaliser = new Normaliser();

    @Test
    void dropsFieldsThatABuiltInKindDoesNotKnowAtAnyDepth() {
        assertThat(normalised("""
                apiVersion: apps/v1
                kind: Deployment
                bogus: 1
                metadata: {name: d, labels: {a: b}, odd: x}
                spec:
                  replicas: 1
                  wrong: {a: 1}
                  selector: {matchLabels: {app: web}}
                  template:
                    spec:
                      containers:
                      - {name: c, image: i, typo: t, env: [{name: A, value: "1", worth: 2}]}
                """)).isEqualTo(Yaml.object("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: d, labels: {a: b}}
                spec:
                  replicas: 1
                  selector: {matchLabels: {app: web}}
                  template:
                    spec:
                      containers:
                      - {name: c, image: i, env: [{name: A, value: "1"}]}
                """));
    }

    @Test
    void givesPortsTheProtocolTheyHaveAnyway() {
        assertThat(normalised("""
                apiVersion: v1
                kind: Service
                metadata: {name: s}
                spec: {ports: [{port: 80}, {port: 53, protocol: UDP}, {port: 81, protocol: ""}]}
                """)).isEqualTo(Yaml.object("""
                apiVersion: v1
                kind: Service
                metadata: {name: s}
                spec: {ports: [{port: 80, protocol: TCP}, {port: 53, protocol: UDP}, {port: 81, protocol: TCP}]}
                """));
        assertThat(normalised("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: c}
                spec: {jobTemplate: {spec: {template: {spec: {
                  initContainers: [{name: i, ports: [{containerPort: 1}]}],
                  containers: [{name: c, ports: [{containerPort: 2}]}]}}}}}
                """)).isEqualTo(Yaml.object("""
                apiVersion: batch/v1
                kind: CronJob
                metadata: {name: c}
                spec: {jobTemplate: {spec: {template: {spec: {
                  initContainers: [{name: i, ports: [{containerPort: 1, protocol: TCP}]}],
                  containers: [{name: c, ports: [{containerPort: 2, protocol: TCP}]}]}}}}}
                """));
    }

    @Test
    void encodesTheStringDataOfASecretWhichWins() {
        assertThat(normalised("""
                apiVersion: v1
                kind: Secret
                metadata: {name: s}
                data: {b: eQ==, c: Yw==}
                stringData: {a: x, b: over}
                """)).isEqualTo(Yaml.object("""
                apiVersion: v1
                kind: Secret
                metadata: {name: s}
                data: {a: eA==, b: b3Zlcg==, c: Yw==}
                """));
    }

    @Test
    void dropsStatusAndCreationTime() {
        assertThat(normalised("""
                apiVersion: demo.dev/v1
                kind: Widget
                metadata: {name: w, creationTimestamp: null}
                anything: {goes: true}
                status: {replicas: 1}
                """)).isEqualTo(Yaml.object("""
                apiVersion: demo.dev/v1
                kind: Widget
                metadata: {name: w}
                anything: {goes: true}
                """));
    }

    @Test
    void keepsTheStatusOfADefinition() {
        String definition = """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: d}
                spec: {unknown: stays}
                status: {conditions: []}
                """;

        assertThat(normalised(definition)).isEqualTo(Yaml.object(definition));
    }

    @Test
    void leavesAnObjectWithAFieldOfAWrongTypeToTheServer() {
        String wrong = """
                apiVersion: v1
                kind: Service
                metadata: {name: s}
                spec: {ports: [{port: eighty}], bogus: 1}
                """;

        assertThat(normalised(wrong)).isEqualTo(Yaml.object(wrong));
    }

    @Test
    void acceptsQuantitiesAndPortsOfEitherType() {
        String mixed = """
                apiVersion: v1
                kind: Pod
                metadata: {name: p}
                spec:
                  containers:
                  - name: c
                    resources: {limits: {cpu: 0.5, memory: 1Gi}}
                    livenessProbe: {httpGet: {port: http}, initialDelaySeconds: 1}
                    readinessProbe: {httpGet: {port: 80}}
                """;

        assertThat(normalised(mixed + "  bogus: 1\n")).isEqualTo(Yaml.object(mixed));
    }

    @Test
    void leavesRolesAsTheyAre() {
        String role = """
                apiVersion: rbac.authorization.k8s.io/v1
                kind: ClusterRole
                metadata: {name: r}
                rules: []
                bogus: 1
                """;

        assertThat(normalised(role)).isEqualTo(Yaml.object(role));
    }

    @Test
    void doesNotTouchItsArgument() {
        ObjectNode service =
                Yaml.object("{apiVersion: v1, kind: Service, metadata: {name: s}, spec: {ports: [{port: 1}], x: y}}");
        ObjectNode before = service.deepCopy();

        normaliser.normalise(service);

        assertThat(service).isEqualTo(before);
    }

    private ObjectNode normalised(String yaml) {
        return normaliser.normalise(Yaml.object(yaml));
    }
}
