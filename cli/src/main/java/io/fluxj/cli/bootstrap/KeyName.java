package io.fluxj.cli.bootstrap;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How hosts call a cluster's key, so that another run, also of Flux's own command line, finds it again. Source: bootstrap-api. */
final class KeyName {
    private KeyName() {}

    /** The branch stands before the name, by an oversight that has become the rule. */
    static String of(String namespace, String name, String branch, TargetPath path) {
        return Stream.of(namespace, branch, name, path.label())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("-"));
    }
}
