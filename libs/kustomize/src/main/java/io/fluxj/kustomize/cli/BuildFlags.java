package io.fluxj.kustomize.cli;

import io.fluxj.kustomize.BuildOptions;
import io.fluxj.kustomize.LoadRestrictions;
import io.fluxj.kustomize.Reorder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that both commands have. */
final class BuildFlags {

    /** Values of {@code --load-restrictor}. */
    enum LoadRestrictor {
        LoadRestrictionsNone,
        LoadRestrictionsRootOnly
    }

    /** Values of {@code --reorder}. */
    enum Order {
        none,
        legacy
    }

    @Option(
            names = "--load-restrictor",
            description = "${COMPLETION-CANDIDATES}; with LoadRestrictionsNone files outside of a kustomization's own"
                    + " directory may be used.")
    private LoadRestrictor loadRestrictor = LoadRestrictor.LoadRestrictionsRootOnly;

    @Option(names = "--reorder", description = "${COMPLETION-CANDIDATES}; order of the output, legacy if not given.")
    private @Nullable Order reorder;

    boolean saysOrder() {
        return reorder != null;
    }

    BuildOptions options() {
        return BuildOptions.commandLine()
                .withAbsolutePaths(true)
                .withLoadRestrictions(
                        switch (loadRestrictor) {
                            case LoadRestrictionsNone -> LoadRestrictions.NONE;
                            case LoadRestrictionsRootOnly -> LoadRestrictions.ROOT_ONLY;
                        })
                .withReorder(reorder == Order.none ? Reorder.NONE : Reorder.LEGACY);
    }
}
