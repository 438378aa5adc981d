package io.fluxj.testkit;

import java.util.List;

/** One cluster of each target that is available; each has a namespace of its own that goes when the factory's last test has run. */
public record Clusters(List<KubeCluster> all) {
    public Clusters {
        all = List.copyOf(all);
    }
}
