package io.fluxj.runtime.source;

import io.fluxj.api.meta.Artifact;

/** Of what changes of their source the objects of a kind hear. */
public enum SourceNews {
    /** Of what it offers. */
    REVISION {
        @Override
        boolean isNews(Source after, Source before) {
            return !after.revision().equals(before.revision());
        }
    },
    /** Of what it offers, also when other bytes have the same revision: some take that over from what they are made of. */
    ARTIFACT {
        @Override
        boolean isNews(Source after, Source before) {
            return REVISION.isNews(after, before)
                    || !after.artifact()
                            .map(Artifact::digest)
                            .equals(before.artifact().map(Artifact::digest));
        }
    },
    /** Of what it offers, and of what it says about itself: that its newest spec was handled, and why it is not ready. */
    READINESS {
        @Override
        boolean isNews(Source after, Source before) {
            return REVISION.isNews(after, before)
                    || after.isObserved() != before.isObserved()
                    || !after.complaint().equals(before.complaint());
        }
    };

    abstract boolean isNews(Source after, Source before);
}
