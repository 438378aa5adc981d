package io.fluxj.kube.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.admission.Admission;
import io.fluxj.kube.admission.Write;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.GroupKind;
import io.fluxj.kube.api.Key;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.crd.CustomObjects;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.kinds.Validation;
import io.fluxj.kube.schema.ZeroValues;
import io.fluxj.kube.store.Stored;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Creates and replaces objects: the steps that every write goes through, whatever verb it came by. */
public final class Objects {
    private static final String NAME_LETTERS = "bcdfghjklmnpqrstvwxz2456789";
    private static final int SUFFIX = 5;
    private static final int MAX_GENERATED = 58;
    private static final int MAX_TRIES = 100;
    /** Groups that the real server stores as JSON; all others in protobuf, which cannot tell an empty list from none. */
    private static final Set<String> KEPT_AS_JSON = Set.of("apiextensions.k8s.io", "apiregistration.k8s.io");

    private final Core core;
    private final FieldManagers managers;
    private final Namespaces namespaces;
    private final Removal removal;
    private final Admission admission;
    private final SecureRandom random = new SecureRandom();

    /** Writes through the given core. */
    public Objects(Core core) {
        this.core = core;
        this.managers = new FieldManagers(core.catalog());
        this.namespaces = new Namespaces(core);
        this.removal = new Removal(core, this);
        this.admission = new Admission(core.store());
    }

    Core core() {
        return core;
    }

    FieldManagers managers() {
        return managers;
    }

    /** How objects go. */
    public Removal removal() {
        return removal;
    }

    /**
     * An object as it is after a write.
     *
     * @param object at the version of the target
     * @param created whether it is new
     */
    public record Written(ObjectNode object, boolean created) {}

    /** What makes the next state of an object of the live one. Called again when another write came in between. */
    @FunctionalInterface
    interface Edit {
        /** The next state, read and defaulted, at the version of the target; it belongs to the caller. */
        ObjectNode next(ObjectNode live);
    }

    /** The object at the version of the target. */
    public ObjectNode get(Target target) {
        return view(target.type(), find(target).object());
    }

    /** Whether there is such an object. */
    public boolean exists(ResourceType type, Key key) {
        return core.store().get(type.stored(), key).isPresent();
    }

    Stored find(Target target) {
        return core.store()
                .get(target.type().stored(), target.key())
                .orElseThrow(() ->
                        ApiError.notFound(target.type().name(), target.key().name()));
    }

    /** Creates an object of a client's JSON. */
    public Written create(Target target, JsonNode body) {
        ObjectNode object = ObjectReader.read(target, body);
        return create(target, object, true);
    }

    /** Creates an object that was read already. */
    Written create(Target target, ObjectNode object, boolean own) {
        ResourceType type = target.type();
        Meta meta = new Meta(object);
        Identity.settleNamespace(target, meta);
        boolean generated = meta.name().isEmpty()
                && !Nodes.string(meta.node(), "generateName").isEmpty();
        if (generated) {
            meta.node().put("name", generate(Nodes.string(meta.node(), "generateName")));
        }
        if (!meta.resourceVersion().isEmpty() && !meta.resourceVersion().equals("0")) {
            throw ApiError.of(500, "", "resourceVersion should not be set on objects to be created");
        }
        Key key = meta.key();
        namespaces.checkCreate(target, key);
        meta.node().remove(List.of("deletionTimestamp", "deletionGracePeriodSeconds", "selfLink", "resourceVersion"));
        if (own) {
            managers.of(type, target.subresource())
                    .update(null, object, target.options().fieldManager());
        }
        meta.node().put("uid", UUID.randomUUID().toString()).put("creationTimestamp", Meta.now());
        Write write = new Write(type, key, target.user(), Optional.empty(), object);
        admission.admit(write);
        core.preparation().create(type, object, target.options().dryRun());
        if (type.isCustom()) {
            // The status of the request is gone; as read from the storage it has its defaults.
            CustomObjects.fillDefaults(type, object);
        }
        refuse(type, meta.name(), Validation.create(type, object));
        CustomChecks.create(target, object);
        admission.check(write);
        normalize(type, object);
        return admission.within(write, () -> storeNew(target, key, object));
    }

    private Written storeNew(Target target, Key key, ObjectNode object) {
        ResourceType type = target.type();
        if (target.options().dryRun()) {
            if (core.store().get(type.stored(), key).isPresent()) {
                throw ApiError.alreadyExists(type.name(), key.name());
            }
            return new Written(object, true);
        }
        Stored stored = core.store()
                .create(type.stored(), key, storageForm(type, object))
                .orElseThrow(() -> ApiError.alreadyExists(type.name(), key.name()));
        core.reactions().stored(type, stored.object());
        return new Written(view(type, stored.object()), true);
    }

    /** Replaces an object by a client's JSON. */
    public Written update(Target target, JsonNode body) {
        ObjectNode object = ObjectReader.read(target, body);
        Identity.checkName(target, new Meta(object));
        if (target.type().isCustom() && new Meta(object).resourceVersion().isEmpty()) {
            find(target);
            throw ApiError.invalid(
                    new GroupKind(target.type().group(), target.type().plural()),
                    target.key().name(),
                    new ApiError.Cause(
                            "FieldValueInvalid",
                            "Invalid value: 0: must be specified for an update",
                            "metadata.resourceVersion"));
        }
        return edit(target, live -> object.deepCopy(), true);
    }

    /** Replaces an object by what the edit makes of it, and records who owns what when asked to. */
    Written edit(Target target, Edit edit, boolean own) {
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Stored live = find(target);
            Optional<Written> written = tryEdit(target, live, edit, own);
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw ApiError.modified(target.type().name(), target.key().name());
    }

    /** Replaces an object by exactly what the edit makes of it, without rules; for subresources and control loops. */
    public Written editRaw(Target target, UnaryOperator<ObjectNode> edit) {
        ResourceType type = target.type();
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Stored live = find(target);
            ObjectNode before = view(type, live.object());
            ObjectNode next = edit.apply(before);
            if (next.equals(before)) {
                return new Written(before, false);
            }
            Optional<Written> written = store(target, live, next);
            if (written.isPresent()) {
                return written.get();
            }
        }
        throw ApiError.modified(type.name(), target.key().name());
    }

    /** Replaces an object by what the edit makes of it, as a client that owns what it writes; for control loops. */
    public Written editOwned(Target target, UnaryOperator<ObjectNode> edit) {
        return edit(target, edit::apply, true);
    }

    private Optional<Written> tryEdit(Target target, Stored live, Edit edit, boolean own) {
        ResourceType type = target.type();
        ObjectNode before = view(type, live.object());
        ObjectNode next = edit.next(before);
        Identity.check(target, before, next);
        if (own) {
            managers.of(type, target.subresource())
                    .update(before, next, target.options().fieldManager());
        }
        admission.admit(new Write(type, target.key(), target.user(), Optional.of(before), next));
        SystemFields.keep(before, next);
        if (target.subresource().equals("status")) {
            SystemFields.keepAllButStatus(type, before, next);
        } else {
            core.preparation().update(type, before, next, target.options().dryRun());
        }
        refuse(type, target.key().name(), Validation.update(type, before, next));
        CustomChecks.update(target, before, next);
        normalize(type, next);
        SystemFields.keepTimesWhenUnchanged(before, next);
        if (next.equals(before)) {
            return Optional.of(new Written(before, false));
        }
        if (target.options().dryRun()) {
            return Optional.of(new Written(next, false));
        }
        return store(target, live, next);
    }

    private Optional<Written> store(Target target, Stored live, ObjectNode next) {
        ResourceType type = target.type();
        if (new Meta(next).deleting() && removal.mayGo(type, next)) {
            Optional<Stored> gone = core.store().remove(type.stored(), target.key(), live.revision());
            gone.ifPresent(g -> {
                core.preparation().removed(type, g.object());
                core.reactions().removed(type, g.object());
            });
            return gone.map(g -> new Written(next, false));
        }
        Optional<Stored> stored =
                core.store().replace(type.stored(), target.key(), live.revision(), storageForm(type, next));
        stored.ifPresent(s -> core.reactions().stored(type, s.object()));
        return stored.map(s -> new Written(view(type, s.object()), false));
    }

    private static void normalize(ResourceType type, ObjectNode object) {
        if (!type.isCustom() && KEPT_AS_JSON.contains(type.group())) {
            ZeroValues.normalize(type.schema(), object);
        } else if (!type.isCustom()) {
            ZeroValues.normalizeStored(type.schema(), object);
        } else if (type.schema().property("metadata").isPresent()) {
            ZeroValues.normalize(type.schema().property("metadata").get(), new Meta(object).node());
        }
    }

    private static void refuse(ResourceType type, String name, List<ApiError.Cause> causes) {
        if (!causes.isEmpty()) {
            throw ApiError.invalid(type.groupKind(), name, causes);
        }
    }

    /** The object as it is kept. */
    ObjectNode storageForm(ResourceType type, ObjectNode object) {
        return core.catalog().keptUnder(type.stored()).stream()
                .filter(t -> t.groupVersion().equals(type.storageVersion()))
                .findFirst()
                .map(t -> Conversion.convert(type, t, object))
                .orElse(object);
    }

    /** A kept object as it looks at a version. */
    public ObjectNode view(ResourceType type, ObjectNode object) {
        String apiVersion = object.path("apiVersion").asText();
        if (apiVersion.equals(type.apiVersion())) {
            return object;
        }
        return core.catalog().keptUnder(type.stored()).stream()
                .filter(t -> t.apiVersion().equals(apiVersion))
                .findFirst()
                .map(t -> Conversion.convert(t, type, object))
                .orElseGet(() -> object.deepCopy().put("apiVersion", type.apiVersion()));
    }

    private String generate(String prefix) {
        StringBuilder name = new StringBuilder(prefix.substring(0, Math.min(prefix.length(), MAX_GENERATED)));
        for (int i = 0; i < SUFFIX; i++) {
            name.append(NAME_LETTERS.charAt(random.nextInt(NAME_LETTERS.length())));
        }
        return name.toString();
    }
}
