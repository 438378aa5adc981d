package io.fluxj.runtime.reconcile.frame;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import io.fluxj.api.meta.Condition;
import io.fluxj.runtime.reconcile.KindRules;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The status of one object during one pass: what is stored, what it shall be, and the patch between the two. A patch holds only what differs, and the
 * resource version: lists are replaced as a whole, and nothing lands on what another has written since. A conflict makes it read and merge again.
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
    private ObjectNode storedFrame;
    private Written<S> written;
    private ObjectNode storedFields;
    private ObjectNode frameFields;
    private S working;
    private boolean gone;

    /** The fields of the steps as they were last sent, or read by the pass at first. */
    private record Written<S>(S status, ObjectNode fields) {}

    private StatusDraft(R object, S status, ObjectNode tree, ObjectStore<R> store, Writing writing) {
        this.store = store;
        this.json = writing.json();
        this.conditions = writing.conditions();
        this.stored = object;
        this.storedFrame = only(tree);
        this.frameFields = only(tree);
        this.working = status;
        this.written = new Written<>(status, tree.without(FRAME_FIELDS));
        this.storedFields = written.fields();
    }

    private record Writing(KubernetesSerialization json, WorkingConditions conditions) {}

    /** The draft of an object's status as it is stored. */
    static <R extends CustomResource<?, S>, S> StatusDraft<R, S> of(
            R object, KindRules<R, S> rules, ObjectStore<R> store, KubernetesSerialization json, Marking marking) {
        ObjectNode tree = tree(object.getStatus(), json);
        WorkingConditions conditions = new WorkingConditions(
                marks(tree), rules.owned(), Generation.of(object), marking.clock(), marking.scrub());
        @Nullable S status = object.getStatus();
        S working = status == null ? json.convertValue(tree, rules.statusType()) : status;
        return new StatusDraft<>(object, working, tree, store, new Writing(json, conditions));
    }

    /** What marks are made with: the time, and what hides secrets in their messages. */
    record Marking(Clock clock, UnaryOperator<String> scrub) {}

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

    void observe(KindRules<R, S> rules, long generation) {
        if (rules.observesGeneration()) {
            frameFields.put("observedGeneration", generation);
        }
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
        Written<S> wanted = working == written.status()
                ? written
                : new Written<>(working, tree(working, json).without(FRAME_FIELDS));
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

    private void accept(R answer, Written<S> sent) {
        stored = answer;
        storedFrame = only(tree(answer.getStatus(), json));
        written = sent;
        storedFields = sent.fields();
        conditions.written();
    }

    private ObjectNode patch(Written<S> wanted) {
        ObjectNode patch = MergePatch.between(storedFields, wanted.fields());
        patch.setAll(MergePatch.between(storedFrame, frameFields));
        if (conditions.changed()) {
            patch.set("conditions", ConditionJson.write(conditions.all()));
        }
        return patch;
    }

    private ObjectNode envelope(ObjectNode status) {
        ObjectNode envelope = JsonNodeFactory.instance.objectNode();
        envelope.putObject("metadata")
                .put("uid", stored.getMetadata().getUid())
                .put("resourceVersion", stored.getMetadata().getResourceVersion());
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
        ObjectNode status = tree(latest.getStatus(), json);
        storedFrame = only(status);
        storedFields = status.deepCopy().without(FRAME_FIELDS);
        conditions.rebase(marks(status));
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

    private static List<Condition> marks(ObjectNode status) {
        return ConditionJson.read(status.path("conditions"));
    }

    private static ObjectNode tree(@Nullable Object status, KubernetesSerialization json) {
        JsonNode tree = status == null ? null : json.convertValue(status, JsonNode.class);
        return tree instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
