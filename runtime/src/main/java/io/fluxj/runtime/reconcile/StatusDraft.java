package io.fluxj.runtime.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The status of one object during one pass: what is stored, what it shall be, and the patch between the two. A patch holds only what differs; with
 * conditions in it, it holds the resource version too, since a list is replaced as a whole, and a conflict makes it read and merge again.
 */
final class StatusDraft<R extends CustomResource<?, S>, S> {
    private static final List<String> FRAME_FIELDS =
            List.of("conditions", "observedGeneration", "lastHandledReconcileAt");
    private static final int TRIES = 5;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final ObjectStore<R> store;
    private final KubernetesSerialization json;
    private final WorkingConditions conditions;
    private R stored;
    private ObjectNode storedFields;
    private ObjectNode frameFields;
    private S working;
    private boolean gone;

    StatusDraft(R object, Class<S> type, ObjectStore<R> store, KubernetesSerialization json, WorkingConditions marks) {
        this.store = store;
        this.json = json;
        this.conditions = marks;
        this.stored = object;
        ObjectNode status = tree(object.getStatus(), json);
        this.frameFields = only(status);
        this.storedFields = status.deepCopy().without(FRAME_FIELDS);
        this.working = json.convertValue(status, type);
    }

    /** The conditions that are stored in an object, to make a draft of it. */
    static WorkingConditions conditionsOf(
            CustomResource<?, ?> object,
            KubernetesSerialization json,
            Set<String> owned,
            Clock clock,
            UnaryOperator<String> scrub) {
        return new WorkingConditions(marks(tree(object.getStatus(), json)), owned, Generation.of(object), clock, scrub);
    }

    WorkingConditions conditions() {
        return conditions;
    }

    S working() {
        return working;
    }

    void update(UnaryOperator<S> change) {
        working = change.apply(working);
    }

    /** The object as the API last answered it. */
    R stored() {
        return stored;
    }

    /** Whether the object turned out to be deleted. */
    boolean gone() {
        return gone;
    }

    long observedGeneration() {
        return frameFields.path("observedGeneration").asLong(-1);
    }

    String handledToken() {
        return frameFields.path("lastHandledReconcileAt").asText();
    }

    void observe(long generation) {
        frameFields.put("observedGeneration", generation);
    }

    void handle(String token) {
        frameFields.put("lastHandledReconcileAt", token);
    }

    /**
     * Sends what changed, if anything did.
     *
     * @throws KubernetesClientException when the API refuses or cannot be reached
     */
    void write() {
        for (int attempt = 1; !gone && !attempt(attempt == TRIES); attempt++) {
            rebase();
        }
    }

    private boolean attempt(boolean last) {
        ObjectNode wanted = tree(working, json).without(FRAME_FIELDS);
        ObjectNode patch = patch(wanted);
        if (patch.isEmpty()) {
            return true;
        }
        try {
            accept(store.patchStatus(stored, envelope(patch)), wanted);
            return true;
        } catch (KubernetesClientException refused) {
            if (refused.getCode() == NOT_FOUND) {
                gone = true;
                return true;
            }
            if (refused.getCode() != CONFLICT || last) {
                throw refused;
            }
            return false;
        }
    }

    private void accept(R answer, ObjectNode wanted) {
        stored = answer;
        storedFields = wanted;
        conditions.written();
    }

    private ObjectNode patch(ObjectNode wanted) {
        ObjectNode patch = MergePatch.between(storedFields, wanted);
        ObjectNode frame = MergePatch.between(only(tree(stored.getStatus(), json)), frameFields);
        patch.setAll(frame);
        if (conditions.changed()) {
            patch.set("conditions", MarkJson.write(conditions.all()));
        }
        return patch;
    }

    private ObjectNode envelope(ObjectNode status) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        ObjectNode metadata = envelope.putObject("metadata");
        metadata.put("uid", stored.getMetadata().getUid());
        if (status.has("conditions")) {
            metadata.put("resourceVersion", stored.getMetadata().getResourceVersion());
        }
        envelope.set("status", status);
        return envelope;
    }

    private void rebase() {
        @Nullable R latest = store.read(stored).orElse(null);
        if (latest == null || !sameObject(latest)) {
            gone = true;
            return;
        }
        stored = latest;
        conditions.rebase(marks(tree(latest.getStatus(), json)));
    }

    private boolean sameObject(R other) {
        return other.getMetadata().getUid().equals(stored.getMetadata().getUid());
    }

    private static ObjectNode only(ObjectNode status) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        for (String name : List.of("observedGeneration", "lastHandledReconcileAt")) {
            if (status.hasNonNull(name)) {
                fields.set(name, status.get(name));
            }
        }
        return fields;
    }

    private static List<Mark> marks(ObjectNode status) {
        return MarkJson.read(status.path("conditions"));
    }

    private static ObjectNode tree(@Nullable Object status, KubernetesSerialization json) {
        JsonNode tree = status == null ? null : json.convertValue(status, JsonNode.class);
        return tree instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
