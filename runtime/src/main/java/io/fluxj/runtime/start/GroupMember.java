package io.fluxj.runtime.start;

import io.fluxj.runtime.options.CommandLineFlags;
import io.fluxj.runtime.options.ControllerOptions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * A controller that shares a process with others.
 *
 * @param implied flags that it has there by default, such as ports that no other has
 */
public record GroupMember<O extends ControllerOptions>(ControllerDefinition<O> definition, List<String> implied) {
    public GroupMember {
        implied = List.copyOf(implied);
    }

    /** For example {@code source-controller}. */
    String name() {
        return definition.name();
    }

    /** The flags that the controller takes, by their names. */
    Map<String, CommandLine.Model.OptionSpec> flags() {
        return CommandLineFlags.commandOf(name(), definition.newOptions())
                .getCommandSpec()
                .optionsMap();
    }

    /** Whether the controller has a feature gate. */
    boolean hasGate(String gate) {
        return definition.newOptions().shared().features().knows(gate);
    }

    /**
     * @param given flags after the implied ones, which they overrule
     * @throws CommandLine.ParameterException when they cannot be read
     */
    Parsed<O> parse(List<String> given) {
        return new Parsed<>(
                definition,
                ControllerProgram.parse(
                        definition,
                        Stream.concat(implied.stream(), given.stream()).toArray(String[]::new)));
    }

    /** A controller and what it was told. */
    record Parsed<O extends ControllerOptions>(ControllerDefinition<O> definition, O options) {}
}
