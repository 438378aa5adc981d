package io.fluxj.runtime.options;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code --feature-gates}: only gates that the controller knows are accepted. Source: flags-endpoints §1, §7. */
public final class FeatureGates {
    private final Map<String, Boolean> gates;

    @Spec(Spec.Target.MIXEE)
    private @org.jspecify.annotations.Nullable CommandSpec command;

    /**
     * The gates of a controller.
     *
     * @param defaults by name
     */
    public FeatureGates(Map<String, Boolean> defaults) {
        this.gates = new TreeMap<>(defaults);
    }

    /** All of a controller's gates with what they are when nothing is said. */
    public static Map<String, Boolean> defaults(FeatureGate... gates) {
        Map<String, Boolean> defaults = new TreeMap<>();
        for (FeatureGate gate : gates) {
            defaults.put(gate.text(), gate.enabledByDefault());
        }
        return defaults;
    }

    @Option(
            names = "--feature-gates",
            paramLabel = "NAME=BOOL,...",
            description = "Turns features on or off.",
            defaultValue = "")
    void set(String text) {
        for (String entry : text.split(",", -1)) {
            if (!entry.isBlank()) {
                setOne(entry.strip());
            }
        }
    }

    private void setOne(String entry) {
        int equals = entry.indexOf('=');
        String name = equals < 0 ? entry : entry.substring(0, equals).strip();
        String value = equals < 0 ? "" : entry.substring(equals + 1).strip();
        if (!gates.containsKey(name)) {
            throw refused("unknown feature gate \"" + name + "\": known are " + gates.keySet());
        }
        gates.put(
                name,
                GoBooleanConverter.parse(value)
                        .orElseThrow(() -> refused("feature gate \"" + name + "\" needs =true or =false")));
    }

    private RuntimeException refused(String message) {
        return command == null
                ? new IllegalArgumentException(message)
                : new ParameterException(command.commandLine(), message);
    }

    /** Those of the gates that were set to something else than they are anyway, though nothing depends on them. */
    public List<String> withoutEffect(FeatureGate... gates) {
        return Arrays.stream(gates)
                .filter(gate -> !gate.hasEffect() && enabled(gate.text()) != gate.enabledByDefault())
                .map(gate -> "--feature-gates=" + gate.text() + "=" + enabled(gate.text()))
                .toList();
    }

    /** Whether the controller has such a gate. */
    public boolean knows(String name) {
        return gates.containsKey(name);
    }

    /**
     * Whether a gate is on.
     *
     * @throws IllegalArgumentException when the controller has no such gate
     */
    public boolean enabled(String name) {
        Boolean value = gates.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no feature gate " + name);
        }
        return value;
    }
}
