package io.fluxj.apply.stage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.memory.Hash;
import io.fluxj.apply.memory.TreeHasher;

/** A manifest on its way into the cluster. */
record Candidate(ObjectRef ref, ObjectNode manifest, Hash hash) {

    static Candidate of(ObjectNode manifest) {
        ObjectNode sendable = ConversionWebhook.withoutBrokenBundle(manifest);
        return new Candidate(ObjectRef.of(sendable), sendable, TreeHasher.of(sendable));
    }

    /** The same object by another manifest, which is sent instead. */
    Candidate sending(ObjectNode other) {
        return new Candidate(ref, other, hash);
    }

    /** The same manifest with the reference as the cluster has it; a namespace where none belongs is dropped. */
    Candidate at(ObjectRef scoped) {
        if (scoped.equals(ref)) {
            return this;
        }
        ObjectNode copy = manifest.deepCopy();
        if (copy.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("namespace");
        }
        return new Candidate(scoped, copy, hash);
    }
}
