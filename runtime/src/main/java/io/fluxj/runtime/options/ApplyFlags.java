package io.fluxj.runtime.options;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a controller that applies manifests does it. Source: flags-endpoints §2. */
public final class ApplyFlags {
    @Mixin
    private TakeoverOptions takeover = new TakeoverOptions();

    @Option(
            names = "--concurrent-ssa",
            defaultValue = "4",
            paramLabel = "N",
            description = "Dry runs of one object's manifests that are under way at once.")
    private int concurrentSsa;

    @Option(
            names = "--custom-apply-stage-kinds",
            defaultValue = "",
            paramLabel = "GROUP/KIND,...",
            description = "Kinds that are applied before the rest, in a stage of their own.")
    private String customStageKinds = "";

    /** Dry runs of one object's manifests that are under way at once. */
    public int concurrentSsa() {
        return concurrentSsa;
    }

    /** Field managers whose fields are taken over, besides those that always are. */
    public List<String> overrideManagers() {
        return takeover.overrideManagers();
    }

    /**
     * Kinds with a stage of their own, as {@code Kind.group}.
     *
     * @throws IllegalArgumentException when one is not {@code group/Kind}
     */
    public Set<String> customStageKinds() {
        Set<String> kinds = new LinkedHashSet<>();
        for (String entry : customStageKinds.split(",", -1)) {
            if (!entry.isBlank()) {
                kinds.add(groupKind(entry.strip()));
            }
        }
        return kinds;
    }

    private static String groupKind(String entry) {
        int slash = entry.indexOf('/');
        if (slash < 0 || slash == entry.length() - 1) {
            throw new IllegalArgumentException(
                    "--custom-apply-stage-kinds: '%s' is not of the form group/Kind".formatted(entry));
        }
        String group = entry.substring(0, slash);
        String kind = entry.substring(slash + 1);
        return group.isEmpty() ? kind : kind + "." + group;
    }
}
