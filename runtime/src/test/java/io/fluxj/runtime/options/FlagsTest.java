package io.fluxj.runtime.options;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.scripted.ScriptedOptions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.ParameterException;

class FlagsTest {
    private static ScriptedOptions parse(String... arguments) {
        ScriptedOptions options = new ScriptedOptions();
        CommandLineFlags.parse("test-controller", options, arguments);
        return options;
    }

    @Test
    void haveTheDefaultsOfTheReference() {
        SharedOptions options = parse().shared();

        assertThat(options.client().qps()).isEqualTo(50);
        assertThat(options.client().burst()).isEqualTo(300);
        assertThat(options.log().encoding()).isEqualTo(LogOptions.Encoding.json);
        assertThat(options.log().level()).isEqualTo(LogOptions.Level.info);
        assertThat(options.leaderElection().enabled()).isFalse();
        assertThat(options.leaderElection().releaseOnCancel()).isTrue();
        assertThat(options.leaderElection().leaseDuration()).isEqualTo(Duration.ofSeconds(35));
        assertThat(options.leaderElection().renewDeadline()).isEqualTo(Duration.ofSeconds(30));
        assertThat(options.leaderElection().retryPeriod()).isEqualTo(Duration.ofSeconds(5));
        assertThat(options.retry().shortest()).isEqualTo(Duration.ofMillis(750));
        assertThat(options.retry().longest()).isEqualTo(Duration.ofMinutes(15));
        assertThat(options.watch().allNamespaces()).isTrue();
        assertThat(options.watch().labelSelector()).isEmpty();
        assertThat(options.watch().configsLabelSelector()).isEqualTo("reconcile.fluxcd.io/watch=Enabled");
        assertThat(options.jitter().percentage()).isEqualTo(5);
        assertThat(options.tokenCache().size()).isEqualTo(100);
        assertThat(options.tokenCache().duration()).isEqualTo(Duration.ofHours(1));
        assertThat(options.endpoints().metrics()).isEqualTo(":8080");
        assertThat(options.endpoints().health()).isEqualTo(":9440");
        assertThat(options.endpoints().events()).isEmpty();
        assertThat(options.features().enabled("SomeGate")).isFalse();
    }

    @Test
    void areWrittenAsInGo() {
        SharedOptions options = parse(
                        "--watch-all-namespaces=false",
                        "--enable-leader-election",
                        "--log-level=debug",
                        "--log-encoding",
                        "console",
                        "-min-retry-delay=1m30s",
                        "--watch-label-selector=sharding.fluxcd.io/key in (a,b),!x",
                        "--feature-gates=SomeGate=true",
                        "--events-addr=http://notification-controller.flux-system.svc.cluster.local./")
                .shared();

        assertThat(options.watch().allNamespaces()).isFalse();
        assertThat(options.leaderElection().enabled()).isTrue();
        assertThat(options.log().level()).isEqualTo(LogOptions.Level.debug);
        assertThat(options.log().encoding()).isEqualTo(LogOptions.Encoding.console);
        assertThat(options.retry().shortest()).isEqualTo(Duration.ofSeconds(90));
        assertThat(options.watch().labelSelector()).isEqualTo("sharding.fluxcd.io/key in (a,b),!x");
        assertThat(options.features().enabled("SomeGate")).isTrue();
        assertThat(options.endpoints().events())
                .isEqualTo("http://notification-controller.flux-system.svc.cluster.local./");
    }

    /** What Go's strconv.ParseBool takes. */
    @ParameterizedTest
    @CsvSource({"1,true", "t,true", "T,true", "TRUE,true", "True,true", "0,false", "f,false", "F,false", "False,false"})
    void truthValuesAreWrittenAsInGo(String text, boolean value) {
        SharedOptions options = parse("--enable-leader-election=" + text, "--feature-gates=SomeGate=" + text)
                .shared();

        assertThat(options.leaderElection().enabled()).isEqualTo(value);
        assertThat(options.features().enabled("SomeGate")).isEqualTo(value);
    }

    @Test
    void anythingElseIsNoTruthValue() {
        assertThatThrownBy(() -> parse("--enable-leader-election=yes")).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> parse("--feature-gates=SomeGate=on")).isInstanceOf(ParameterException.class);
    }

    @Test
    void theArgumentsOfTheUpstreamManifestsAreAccepted() {
        assertThat(parse(
                                "--watch-all-namespaces=true",
                                "--log-level=info",
                                "--log-encoding=json",
                                "--enable-leader-election",
                                "--concurrent=10",
                                "--kube-api-qps=500",
                                "--kube-api-burst=1000")
                        .concurrent())
                .isEqualTo(10);
    }

    @Test
    void anUnknownFeatureGateIsRefused() {
        assertThatThrownBy(() -> parse("--feature-gates=SomeGate=true,Typo=true"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("unknown feature gate \"Typo\"")
                .hasMessageContaining("SomeGate");
    }

    @Test
    void anUnknownFlagAndAnUnreadableDurationAreRefused() {
        assertThatThrownBy(() -> parse("--no-such-flag")).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> parse("--max-retry-delay=15"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("is not a duration");
    }
}
