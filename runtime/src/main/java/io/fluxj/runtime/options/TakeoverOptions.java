package io.fluxj.runtime.options;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** {@code --override-manager}. Source: flags-endpoints §2. */
public final class TakeoverOptions {
    @Option(
            names = "--override-manager",
            paramLabel = "NAME",
            description = "Field manager whose fields are taken over; may be given several times.")
    private List<String> overrideManagers = new ArrayList<>();

    /** Field managers whose fields are taken over, besides those that always are. */
    public List<String> overrideManagers() {
        return List.copyOf(overrideManagers);
    }
}
