package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.gotemplate.format.Quoting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the objects of a revision into the cluster, in the order in which they come. */
final class ObjectWriter {
    private static final String POLICY = "helm.sh/resource-policy";
    private static final String KEEP = "keep";

    private final ReleaseCluster cluster;
    private final Writing writing;
    private final List<ReleaseObject> created = new ArrayList<>();

    ObjectWriter(ReleaseCluster cluster, Writing writing) {
        this.cluster = cluster;
        this.writing = writing;
    }

    /**
     * How objects are written.
     *
     * @param serverSide whether the server merges
     * @param rules of the server's merging
     * @param replaces whether objects are replaced instead of merged, where this side does it
     * @param adoptsFields whether what was merged on this side before becomes what it applies
     */
    record Writing(boolean serverSide, ApplyRules rules, boolean replaces, boolean adoptsFields) {}

    /** What {@link #update} created, or was about to when it failed. */
    List<ReleaseObject> created() {
        return List.copyOf(created);
    }

    /** Creates objects; a failure does not keep it from trying the others. */
    void createAll(List<ReleaseObject> objects) {
        List<ClusterException> failures = new ArrayList<>();
        for (ReleaseObject object : objects) {
            try {
                create(object);
            } catch (ClusterException e) {
                failures.add(e);
            }
        }
        requireNone(failures, "\n");
    }

    private void create(ReleaseObject object) {
        if (writing.serverSide()) {
            apply(object);
        } else {
            cluster.create(object);
        }
    }

    private void apply(ReleaseObject object) {
        try {
            cluster.apply(object, writing.rules());
        } catch (ClusterException e) {
            String what = e.kind() == ClusterException.Kind.CONFLICT
                    ? "conflict occurred while applying object "
                    : "server-side apply failed for object ";
            throw e.within(what + object.id().applied());
        }
    }

    /**
     * Makes of the objects of one revision those of another: creates what is missing, changes what is there, and if all went well deletes what is not
     * wanted any more. A failed creation ends it at once, a failed change at the end.
     */
    void update(List<ReleaseObject> base, List<ReleaseObject> target) {
        List<ClusterException> failures = new ArrayList<>();
        for (ReleaseObject object : target) {
            Optional<ObjectNode> live = live(object.id());
            if (live.isEmpty()) {
                created.add(object);
                createMissing(object);
            } else {
                change(base(base, object), object, live.get()).ifPresent(failures::add);
            }
        }
        requireNone(failures, " && ");
        for (ReleaseObject old : base) {
            if (target.stream().noneMatch(object -> object.id().isSameAs(old.id()))) {
                deleteStale(old.id()).ifPresent(failures::add);
            }
        }
        requireNone(failures, " && ");
    }

    private Optional<ObjectNode> live(ObjectId id) {
        try {
            return cluster.find(id);
        } catch (ClusterException e) {
            throw e.within("could not get information about the resource " + id.inWords());
        }
    }

    private void createMissing(ReleaseObject object) {
        try {
            create(object);
        } catch (ClusterException e) {
            throw e.within("failed to create resource");
        }
    }

    private static ReleaseObject base(List<ReleaseObject> base, ReleaseObject object) {
        return base.stream()
                .filter(old -> old.id().isSameAs(object.id()))
                .findFirst()
                .orElseThrow(() -> new ClusterException(
                        ClusterException.Kind.CONFLICT,
                        "original object " + object.id().kind() + " with the name "
                                + Quoting.quoted(object.id().name()) + " not found"));
    }

    private Optional<ClusterException> change(ReleaseObject old, ReleaseObject target, ObjectNode live) {
        try {
            if (writing.serverSide()) {
                if (writing.adoptsFields()) {
                    cluster.adoptFields(target.id(), live);
                }
                apply(target);
            } else if (writing.replaces()) {
                replace(target);
            } else {
                merge(old, target);
            }
            return Optional.empty();
        } catch (ClusterException e) {
            return Optional.of(e);
        }
    }

    private void replace(ReleaseObject target) {
        try {
            cluster.replace(target);
        } catch (ClusterException e) {
            throw e.within("failed to replace object");
        }
    }

    private void merge(ReleaseObject old, ReleaseObject target) {
        try {
            cluster.merge(old, target);
        } catch (ClusterException e) {
            throw e.within("cannot patch " + Quoting.quoted(target.id().name()) + " with kind "
                    + target.id().kind());
        }
    }

    private Optional<ClusterException> deleteStale(ObjectId id) {
        try {
            Optional<ObjectNode> live = cluster.find(id);
            if (live.isPresent() && !isKept(live.get())) {
                cluster.delete(id, Propagation.BACKGROUND);
            }
            return Optional.empty();
        } catch (ClusterException e) {
            return e.kind() == ClusterException.Kind.NOT_FOUND
                    ? Optional.empty()
                    : Optional.of(e.within("failed to delete resource " + id.name()));
        }
    }

    static boolean isKept(ObjectNode object) {
        return object.path("metadata")
                .path("annotations")
                .path(POLICY)
                .asText("")
                .trim()
                .equalsIgnoreCase(KEEP);
    }

    static void requireNone(List<ClusterException> failures, String separator) {
        if (failures.size() == 1) {
            throw failures.getFirst();
        }
        if (!failures.isEmpty()) {
            ClusterException first = failures.getFirst();
            List<String> messages =
                    failures.stream().map(e -> String.valueOf(e.getMessage())).toList();
            throw new ClusterException(first.kind(), String.join(separator, messages), first);
        }
    }
}
