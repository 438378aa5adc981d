package io.fluxj.runtime.options;

import java.util.List;
import picocli.CommandLine.Option;

/** {@code --no-cross-namespace-refs}. Source: flags-endpoints §1. */
public final class AclOptions {
    /** What {@link Profile#LOCKED_DOWN} makes of these flags. */
    public static final List<String> LOCKED_DOWN = List.of("--no-cross-namespace-refs=true");

    @Option(
            names = "--no-cross-namespace-refs",
            arity = "0..1",
            defaultValue = "false",
            fallbackValue = "true",
            description = "Refuse references to sources of other namespaces.")
    private boolean noCrossNamespaceRefs;

    /** Whether references to other namespaces are refused. */
    public boolean noCrossNamespaceRefs() {
        return noCrossNamespaceRefs;
    }
}
