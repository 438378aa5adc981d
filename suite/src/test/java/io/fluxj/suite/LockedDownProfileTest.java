package io.fluxj.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.options.CommandLineFlags;
import io.fluxj.runtime.options.ControllerOptions;
import io.fluxj.runtime.start.ControllerDefinition;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** {@code --profile=locked-down}: the flags of Flux's guide to multi-tenancy, and ours, of each controller that has them. */
class LockedDownProfileTest {
    private static final String PROFILE = "--profile=locked-down";

    @ParameterizedTest
    @EnumSource(Component.class)
    void setsWhatTenantsMustNotDo(Component component) {
        assertThat(changed(component, PROFILE))
                .isEqualTo(
                        switch (component) {
                            case SOURCE -> Map.of();
                            case SOURCE_WATCHER ->
                                Map.of("--no-cross-namespace-refs", "true", "--default-service-account", "default");
                            case NOTIFICATION ->
                                Map.of("--no-cross-namespace-refs", "true", "--no-private-addresses", "true");
                            case KUSTOMIZE ->
                                Map.of(
                                        "--no-cross-namespace-refs", "true",
                                        "--no-remote-bases", "true",
                                        "--default-service-account", "default");
                            case HELM ->
                                Map.of("--no-cross-namespace-refs", "true", "--default-service-account", "default");
                            case IMAGE_REFLECTOR, IMAGE_AUTOMATION -> Map.of("--no-cross-namespace-refs", "true");
                        });
    }

    @Test
    void isOverruledByFlagsBeforeAndAfterIt() {
        assertThat(changed(
                        Component.KUSTOMIZE,
                        "--default-service-account=tenant",
                        PROFILE,
                        "--no-remote-bases=false",
                        "--insecure-kubeconfig-tls"))
                .isEqualTo(Map.of(
                        "--no-cross-namespace-refs", "true",
                        "--default-service-account", "tenant",
                        "--insecure-kubeconfig-tls", "true"));
    }

    @Test
    void isOneOfAFew() {
        assertThat(changed(Component.HELM, "--profile=none")).isEmpty();
        assertThatThrownBy(() -> changed(Component.HELM, "--profile=tight"))
                .hasMessageContaining("--profile")
                .hasMessageContaining("there is no profile 'tight': it is one of none, locked-down");
    }

    @Test
    void isOneFlagForAllInOneProcess() {
        assertThat(SuiteArguments.of("--controllers=source,kustomize", PROFILE).flags())
                .contains(PROFILE);
    }

    /** The flags whose values are not those without arguments. */
    private static Map<String, String> changed(Component component, String... arguments) {
        Map<String, String> changed = values(component.definition(), arguments);
        changed.entrySet().removeAll(values(component.definition()).entrySet());
        return changed;
    }

    private static <O extends ControllerOptions> Map<String, String> values(
            ControllerDefinition<O> definition, String... arguments) {
        O options = definition.newOptions();
        CommandLine.ParseResult parsed = CommandLineFlags.parse(definition.name(), options, arguments);
        Map<String, String> values = new TreeMap<>();
        parsed.commandSpec().optionsMap().forEach((name, option) -> {
            if (!name.equals("--profile")) {
                values.put(name, Objects.toString(option.getValue()));
            }
        });
        return values;
    }
}
