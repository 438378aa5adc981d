package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.memory.Hash;
import io.fluxj.apply.memory.Hasher;

/** A manifest on its way into the cluster. */
record Candidate(ObjectRef ref, ObjectNode manifest, Hash hash) {

    static Candidate of(ObjectNode manifest) {
        ObjectNode sendable = ConversionWebhook.withoutBrokenBundle(manifest);
        return new Candidate(ObjectRef.of(sendable), sendable, Hasher.of(sendable));
    }
}
