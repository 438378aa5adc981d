package io.fluxj.runtime.start;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.runtime.options.ControllerOptions;
import java.util.Map;

/** Starts controllers: as a process of its own, or several in one. */
@SuppressWarnings("DoNotCallSuggester")
public final class ControllerProgram {
    private ControllerProgram() {}

    /**
     * Runs a controller until it is told to stop; the body of {@code main}.
     *
     * @return the exit code: 0 after a stop that was asked for, 2 for wrong arguments, 1 otherwise
     */
    public static <O extends ControllerOptions> int run(ControllerDefinition<O> definition, String... arguments) {
        throw new UnsupportedOperationException();
    }

    /**
     * The options of a controller as {@code arguments} set them.
     *
     * @throws picocli.CommandLine.ParameterException when they cannot be read
     */
    public static <O extends ControllerOptions> O parse(ControllerDefinition<O> definition, String... arguments) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts a controller in this process. The client stays the caller's.
     *
     * @param variables environment variables, such as RUNTIME_NAMESPACE
     * @throws Exception why it cannot start
     */
    public static <O extends ControllerOptions> RunningController start(
            ControllerDefinition<O> definition, O options, KubernetesClient client, Map<String, String> variables)
            throws Exception {
        throw new UnsupportedOperationException();
    }
}
