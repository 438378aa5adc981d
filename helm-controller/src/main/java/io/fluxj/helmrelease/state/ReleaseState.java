package io.fluxj.helmrelease.state;

import io.fluxj.helm.release.Release;
import io.fluxj.helmrelease.drift.Drift;

/** What state a release is in, as Helm's records, the status and the cluster tell it. Source: behaviour §3.4. */
public sealed interface ReleaseState {

    /** Why, for the log. */
    String why();

    /** There is none, or it was uninstalled. */
    record Absent(String why) implements ReleaseState {}

    /** An action is under way, or was ended before it could say how it went. */
    record Locked(Release release) implements ReleaseState {
        @Override
        public String why() {
            return "release has pending status '" + release.status().text() + "'";
        }
    }

    /** There is one that this object did not make, or that somebody else changed. */
    record Unmanaged(String why) implements ReleaseState {}

    /** It is not what the spec asks for. */
    record OutOfSync(String why) implements ReleaseState {}

    /** What the cluster has is not what was released. */
    record Drifted(Drift drift) implements ReleaseState {
        @Override
        public String why() {
            return "cluster state differs from the release";
        }
    }

    /** Its tests are still to be run. */
    record Untested(String why) implements ReleaseState {}

    /** It failed, or a test did that counts. */
    record Failed(String why) implements ReleaseState {}

    /** All is as the spec asks for. */
    record InSync() implements ReleaseState {
        @Override
        public String why() {
            return "release is in-sync";
        }
    }
}
