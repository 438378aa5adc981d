package io.fluxj.kube.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.schema.Schema;
import io.fluxj.kube.schema.ZeroValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the record of who owns which field of an object through writes of one kind, version and subresource.
 *
 * @param apiVersion the version of the request
 * @param subresource empty for the object itself
 * @param versions the versions of the kind
 * @param ignored fields that this kind of request cannot change and so cannot own
 */
public record FieldManager(String apiVersion, String subresource, Versions versions, FieldSet ignored) {
    private static final String BEFORE_APPLY = "before-first-apply";
    private static final FieldSet NEVER_OWNED = neverOwned();

    /**
     * The ownership after a write that was not an apply.
     *
     * @param live the stored object, null when it is being created
     * @param next the object about to be stored; its managedFields are replaced
     * @param manager the field manager's name
     */
    public void update(@Nullable ObjectNode live, ObjectNode next, String manager) {
        Managed managed = liveOrNew(live, next);
        if (managed.isEmpty() && live != null) {
            write(next, managed);
            return;
        }
        ObjectNode before = live == null ? empty(next) : bare(live);
        updateAs(before, bare(next), managed, Manager.updater(manager, apiVersion, subresource));
        managed.cap(Meta.now());
        write(next, managed);
    }

    /**
     * The object after an apply, not yet defaulted.
     *
     * @param live the stored object, null when it is being created
     * @param applied the applied object
     * @param manager the field manager's name
     * @param force takes fields from others
     */
    public ObjectNode apply(@Nullable ObjectNode live, ObjectNode applied, String manager, boolean force) {
        check(applied);
        ObjectNode before = live == null ? empty(applied) : bare(live);
        Managed managed = live == null
                ? Managed.empty()
                : Managed.decode(live.path("metadata").path("managedFields")).orElseGet(Managed::empty);
        if (managed.isEmpty() && live != null) {
            updateAs(empty(applied), before, managed, Manager.updater(BEFORE_APPLY, apiVersion, subresource));
        }
        Manager applier = Manager.applier(manager, subresource);
        ObjectNode merged = applyAs(before, applied, managed, applier, force);
        LastApplied.update(applier, merged, applied);
        write(merged, managed);
        return merged;
    }

    private void check(ObjectNode applied) {
        JsonNode given = applied.path("metadata").path("managedFields");
        if (!given.isMissingNode() && !given.isNull()) {
            throw ApiError.badRequest("metadata.managedFields must be nil");
        }
        List<String> errors = TypeCheck.of(schema(), applied);
        if (!errors.isEmpty()) {
            String text = errors.size() == 1 ? errors.getFirst() : "errors:\n  " + String.join("\n  ", errors);
            throw ApiError.of(500, "", "failed to create typed patch object (" + shown(applied) + "): " + text);
        }
    }

    private static String shown(ObjectNode object) {
        Meta meta = new Meta(object);
        return meta.namespace() + "/" + meta.name() + "; "
                + (object.path("apiVersion").asText().contains("/") ? "" : "/")
                + object.path("apiVersion").asText() + ", Kind="
                + object.path("kind").asText();
    }

    private Schema schema() {
        return versions.schema(apiVersion).orElse(Schema.ANY);
    }

    private void updateAs(ObjectNode before, ObjectNode after, Managed managed, Manager manager) {
        Comparison.Result changes = filtered(Comparison.of(schema(), before, after));
        settle(before, after, managed, null, changes, true);
        FieldSet written = changes.written().without(NEVER_OWNED);
        if (!written.isEmpty()) {
            Owned previous = managed.entries().get(manager);
            FieldSet all = previous == null ? written : written.union(previous.fields());
            managed.entries().put(manager, new Owned(all, apiVersion, Meta.now()));
        }
    }

    private ObjectNode applyAs(ObjectNode before, ObjectNode applied, Managed managed, Manager manager, boolean force) {
        JsonNode merged = Merge.of(schema(), before, applied);
        Owned last = managed.entries().get(manager);
        FieldSet set = OwnedFields.of(schema(), applied).without(ignored);
        String time = last == null ? "" : last.time();
        managed.entries().put(manager, new Owned(set, apiVersion, time));
        if (last != null && !last.fields().isEmpty()) {
            merged = Pruning.of(versions, apiVersion, merged, managed, last);
        }
        settle(before, merged, managed, manager, filtered(Comparison.of(schema(), before, merged)), force);
        boolean changed = !before.equals(merged);
        managed.entries().computeIfPresent(manager, (m, o) -> (changed ? o.at(Meta.now()) : o)
                .with(o.fields().without(NEVER_OWNED)));
        managed.entries().values().removeIf(owned -> owned.fields().isEmpty());
        return merged instanceof ObjectNode object ? object.deepCopy() : Nodes.object();
    }

    private Comparison.Result filtered(Comparison.Result result) {
        return result.without(ignored);
    }

    /** Takes what changed from those that owned it, or refuses. */
    private void settle(
            JsonNode before,
            JsonNode after,
            Managed managed,
            @Nullable Manager self,
            Comparison.Result changes,
            boolean force) {
        Map<String, Comparison.Result> byVersion = new HashMap<>(Map.of(apiVersion, changes));
        Map<Manager, FieldSet> conflicts = new HashMap<>();
        Map<Manager, FieldSet> lost = new HashMap<>();
        managed.entries().entrySet().removeIf(e -> {
            String version = e.getValue().apiVersion();
            return !e.getKey().equals(self)
                    && !version.equals(apiVersion)
                    && versions.schema(version).isEmpty();
        });
        managed.entries().forEach((manager, owned) -> {
            if (!manager.equals(self)) {
                Comparison.Result result =
                        byVersion.computeIfAbsent(owned.apiVersion(), v -> compareAt(v, before, after));
                FieldSet conflict = owned.fields().intersection(result.written());
                if (!conflict.isEmpty()) {
                    conflicts.put(manager, conflict);
                }
                lost.put(manager, conflict.union(result.removed()));
            }
        });
        if (!force && self != null && !conflicts.isEmpty()) {
            refuse(conflicts, LastApplied.takeable(self, schema(), apiVersion, before));
        }
        lost.forEach((manager, fields) -> managed.entries()
                .computeIfPresent(manager, (m, o) -> o.with(o.fields().difference(fields))));
        managed.entries()
                .entrySet()
                .removeIf(e -> e.getValue().fields().isEmpty() && !e.getKey().equals(self));
    }

    private static void refuse(Map<Manager, FieldSet> conflicts, FieldSet takeable) {
        Map<Manager, FieldSet> left = new HashMap<>();
        conflicts.forEach((manager, fields) -> {
            FieldSet others = fields.difference(takeable);
            if (!others.isEmpty()) {
                left.put(manager, others);
            }
        });
        if (!left.isEmpty()) {
            throw ApplyConflict.of(left);
        }
    }

    private Comparison.Result compareAt(String version, JsonNode before, JsonNode after) {
        Schema schema = versions.schema(version).orElse(Schema.ANY);
        return filtered(Comparison.of(schema, versions.convert(before, version), versions.convert(after, version)));
    }

    private Managed liveOrNew(@Nullable ObjectNode live, ObjectNode next) {
        JsonNode given = next.path("metadata").path("managedFields");
        if (subresource.isEmpty()) {
            if (given.size() == 1 && given.get(0).isEmpty()) {
                return Managed.empty();
            }
            Optional<Managed> read = Managed.decode(given);
            if (read.isPresent() && !read.get().isEmpty()) {
                return read.get();
            }
        }
        return live == null
                ? Managed.empty()
                : Managed.decode(live.path("metadata").path("managedFields")).orElseGet(Managed::empty);
    }

    private static void write(ObjectNode object, Managed managed) {
        ArrayNode entries = managed.encode();
        if (entries.isEmpty()) {
            new Meta(object).node().remove("managedFields");
        } else {
            new Meta(object).node().set("managedFields", entries);
        }
    }

    /** An object of the kind with nothing in it, in the form in which it would be written. */
    private ObjectNode empty(ObjectNode like) {
        ObjectNode out = Nodes.object();
        ZeroValues.normalize(schema(), out);
        Nodes.child(out, "metadata");
        out.put("apiVersion", like.path("apiVersion").asText())
                .put("kind", like.path("kind").asText());
        return out;
    }

    private static ObjectNode bare(ObjectNode object) {
        ObjectNode copy = object.deepCopy();
        if (copy.get("metadata") instanceof ObjectNode metadata) {
            metadata.remove("managedFields");
        }
        return copy;
    }

    private static FieldSet neverOwned() {
        FieldSet out = new FieldSet();
        PathElement metadata = PathElement.field("metadata");
        out.insert(List.of(PathElement.field("apiVersion")));
        out.insert(List.of(PathElement.field("kind")));
        List.of(
                        "name",
                        "namespace",
                        "creationTimestamp",
                        "selfLink",
                        "uid",
                        "clusterName",
                        "generation",
                        "managedFields",
                        "resourceVersion")
                .forEach(name -> out.insert(List.of(metadata, PathElement.field(name))));
        return out;
    }
}
