package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Metadata;
import io.fluxj.helm.action.ObjectId;
import io.fluxj.kustomize.id.Gvk;
import io.fluxj.kustomize.schema.Schema;
import io.fluxj.kustomize.schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * What Helm changes of a live object where the server does not merge: of kinds that Kubernetes brings, all in which the live object differs from what is wanted; of others, all in which
 * what is wanted differs from what was.
 */
sealed interface Merging {

    /** The changes as a merge patch; empty when there are none. */
    ObjectNode changes(ObjectNode base, ObjectNode wanted, ObjectNode live);

    static Merging of(ObjectId id) {
        String version = id.apiVersion().substring(id.apiVersion().indexOf('/') + 1);
        SchemaType type = Schema.builtin().typeOf(new Gvk(id.group(), version, id.kind()));
        return type == null && !isBuiltIn(id) ? new TwoWay() : new ThreeWay(type);
    }

    /** Kubernetes' own kinds that came after the schema; their lists count as wholes. */
    private static boolean isBuiltIn(ObjectId id) {
        boolean ofKubernetes = !id.group().contains(".") || id.group().endsWith(".k8s.io");
        return ofKubernetes
                && !id.kind().equals("CustomResourceDefinition")
                && !id.group().contains(".x-k8s.io");
    }

    /** From what was wanted to what is. */
    record TwoWay() implements Merging {
        @Override
        public ObjectNode changes(ObjectNode base, ObjectNode wanted, ObjectNode live) {
            return MergePatches.between(base, wanted);
        }
    }

    /**
     * From what is there to what is wanted; what only others set stays.
     *
     * @param type how lists of the kind are merged; null when that is not known
     */
    record ThreeWay(@Nullable SchemaType type) implements Merging {
        @Override
        public ObjectNode changes(ObjectNode base, ObjectNode wanted, ObjectNode live) {
            ObjectNode merged = ThreeWayMerge.objects(type, base, wanted, live);
            ObjectNode changes = MergePatches.between(live, merged);
            if (changes.isEmpty()) {
                return changes;
            }
            // Lists are sent whole: they must be the ones that were read.
            ObjectNode metadata =
                    changes.get("metadata") instanceof ObjectNode there ? there : JsonNodeFactory.instance.objectNode();
            metadata.put("resourceVersion", Metadata.text(live, "resourceVersion"));
            changes.set("metadata", metadata);
            return changes;
        }
    }
}
