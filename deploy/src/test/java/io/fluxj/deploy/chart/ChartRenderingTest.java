package io.fluxj.deploy.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the chart renders, by our engine and by helm, and which values it refuses. */
class ChartRenderingTest {
    private static final Path VALUES =
            Path.of("src/test/resources/io/fluxj/deploy/chart/values").toAbsolutePath();

    @TempDir
    Path home;

    @ParameterizedTest
    @ValueSource(strings = {"defaults", "tenants", "profile", "everything", "of-flux2"})
    void isTheSameByBothEngines(String values) throws Exception {
        String file = VALUES.resolve(values + ".yaml").toString();

        Charts.Printed ours = Charts.template("--values", file);

        assertThat(ours.code()).as(ours.err()).isZero();
        assertThat(ours.out()).contains("name: kustomize-controller").doesNotContain("ghcr.io/fluxcd/");
        assertThat(ours.out()).isEqualTo(RealHelm.orSkip(home).succeed(Charts.arguments("--values", file)));
    }

    @ParameterizedTest
    @CsvSource({
        "installCRDs=perhaps, /installCRDs",
        "logLevel=loud, /logLevel",
        "kustomizeController.replicas=two, /kustomizeController/replicas",
        "sourceController.persistence.enabled=1, /sourceController/persistence/enabled",
        "multitenancy.enabled=7, /multitenancy/enabled",
        "profile=open, /profile",
        "prometheus.rules.create=on, /prometheus/rules/create",
        "notificationController.image=5, /notificationController/image",
        "kustomizeController.container.additionalArgs=--concurrent, /kustomizeController/container/additionalArgs",
    })
    void wrongValuesAreRefusedByPath(String value, String path) throws Exception {
        Charts.Printed ours = Charts.template("--set", value);

        assertThat(ours.code()).isEqualTo(1);
        assertThat(ours.out()).isEmpty();
        assertThat(ours.err()).contains("values don't meet the specifications of the schema", "at '" + path + "'");
        assertThat(ours.err())
                .contains(RealHelm.orSkip(home)
                        .run(Charts.arguments("--set", value))
                        .err()
                        .strip());
    }

    @Test
    void anotherPlacesUnknownValuesAreTaken() {
        Charts.Printed ours = Charts.template("--set", "unknownToUs.a=1");

        assertThat(ours.code()).isZero();
        assertThat(ours.out()).isEqualTo(Charts.template().out());
    }

    @Test
    void keepsTheFormOfCharts() throws Exception {
        assertThat(RealHelm.orSkip(home)
                        .succeed(List.of(
                                "lint",
                                "--strict",
                                Charts.FLUXJ.toString(),
                                "--values",
                                VALUES.resolve("everything.yaml").toString())))
                .contains("1 chart(s) linted, 0 chart(s) failed");
    }
}
