package io.fluxj.runtime.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What dashboards, alerts and recording rules of Flux read, line by line, beside whatever else is served. */
class FluxSeriesTest {
    private static final String CONTROLLER = "gitrepository";
    private static final String KIND = "GitRepository";
    private static final Pattern FAMILY = Pattern.compile("# TYPE (\\S+) \\S+");
    private static final Pattern FLUX =
            Pattern.compile("(# (HELP|TYPE) )?(gotk|controller_runtime|workqueue|rest_client|leader_election)_.*");
    private static final Pattern OURS = Pattern.compile(
            "(gotk|controller_runtime|workqueue|rest_client|leader_election|go|fluxj)_.*|process_(cpu_seconds_total"
                    + "|resident_memory_bytes|virtual_memory_bytes|open_fds|start_time_seconds)");

    private final ControllerMetrics metrics = new ControllerMetrics(new PrometheusRegistry());

    /** {@code flux-series.txt} is what Go's client_golang 1.23 writes of metrics defined as in controller-runtime and Flux, after the same observations. */
    @Test
    void areThoseOfFluxToTheByte() throws IOException {
        oneGoodPassAndABadOne();
        metrics.objects().suspended(KIND, "flux-system", "podinfo", false);
        for (int i = 0; i < 1_234_567; i++) {
            metrics.requested("200", "GET", "10.96.0.1:443");
        }
        metrics.leads("source-controller-leader-election", true);
        try (JvmMeters _ = JvmMeters.bind(metrics.meters())) {
            metrics.meters().counter("some.library", "name", "value").increment();

            assertThat(fluxOnly(scrape())).isEqualTo(reference());
        }
    }

    private void oneGoodPassAndABadOne() {
        PassMetrics passes = metrics.passes();
        passes.announce(CONTROLLER, 2);
        for (PassResult result : List.of(PassResult.SUCCESS, PassResult.ERROR)) {
            Duration took = result == PassResult.SUCCESS ? Duration.ofMillis(1500) : Duration.ofSeconds(90);
            passes.queued(CONTROLLER);
            passes.started(CONTROLLER, Duration.ofMillis(3));
            passes.ended(CONTROLLER, took, result);
            passes.reconciled(KIND, "flux-system", "podinfo", took);
        }
        passes.stalled(CONTROLLER);
    }

    /** Those of Micrometer keep clear of them. */
    @Test
    void areNamedLikeNoOther() {
        oneGoodPassAndABadOne();
        List<String> before = families();
        try (JvmMeters _ = JvmMeters.bind(metrics.meters())) {
            List<String> all = families();

            assertThat(before).allMatch(name -> OURS.matcher(name).matches());
            assertThat(all)
                    .doesNotHaveDuplicates()
                    .contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "process_uptime_seconds");
            assertThat(all).filteredOn(name -> !before.contains(name)).noneMatch(name -> OURS.matcher(name)
                    .matches());
        }
    }

    @Test
    void librariesAddNoBuckets() {
        Timer.builder("some.library")
                .publishPercentileHistogram()
                .register(metrics.meters())
                .record(Duration.ofMillis(5));
        assertThat(scrape()).contains("some_library_seconds_sum 0.005\n").doesNotContain("some_library_seconds_bucket");
    }

    @Test
    void labelsAndHelpAreEscaped() {
        metrics.meters().gauge("odd", List.of(Tag.of("path", "a\"b\\c\nd")), 1);
        assertThat(scrape()).contains("odd{path=\"a\\\"b\\\\c\\nd\"} 1\n");
    }

    private String scrape() {
        return new String(metrics.scrape(), StandardCharsets.UTF_8);
    }

    private List<String> families() {
        return scrape().lines()
                .map(FAMILY::matcher)
                .filter(Matcher::matches)
                .map(type -> type.group(1))
                .toList();
    }

    private static String fluxOnly(String scraped) {
        return scraped.lines()
                .filter(line -> FLUX.matcher(line).matches())
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    private static String reference() throws IOException {
        try (InputStream text = FluxSeriesTest.class.getResourceAsStream("flux-series.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
