package io.fluxj.source.chart;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fluxj.api.meta.Artifact;
import io.fluxj.api.source.v1.HelmRepository;

/** Where a chart comes from. */
sealed interface ChartSource {
    /** Revision of the source; empty when it has none. */
    String revision();

    /**
     * A repository with an index.
     *
     * @param index its artifact
     */
    record Index(HelmRepository repository, Artifact index) implements ChartSource {
        @Override
        public String revision() {
            return index.revision();
        }
    }

    /** A repository in a registry. */
    record Registry(HelmRepository repository) implements ChartSource {
        @Override
        public String revision() {
            return "";
        }
    }

    /**
     * Files.
     *
     * @param owner whose they are
     * @param files its artifact
     */
    record Files(HasMetadata owner, Artifact files) implements ChartSource {
        private static final int SHORT = 12;

        @Override
        public String revision() {
            return files.revision();
        }

        /** The begin of what tells the revision from all others. */
        String shortRevision() {
            String digits = revision().substring(revision().lastIndexOf(':') + 1);
            return digits.substring(0, Math.min(SHORT, digits.length()));
        }
    }
}
