package io.fluxj.helmrelease.release;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.Metadata;
import io.fluxj.apply.ObjectRef;
import io.fluxj.apply.cluster.Cluster;
import io.fluxj.apply.cluster.FieldMerge;
import io.fluxj.apply.stage.OwnFields;
import io.fluxj.helm.action.ApplyRules;
import io.fluxj.helm.action.ClusterException;
import io.fluxj.helm.action.ClusterException.Kind;
import io.fluxj.helm.action.ObjectId;
import io.fluxj.helm.action.Propagation;
import io.fluxj.helm.action.ReleaseCluster;
import io.fluxj.helm.action.ReleaseObject;
import io.fluxj.helm.render.Capabilities;
import io.fluxj.helm.render.KubeVersion;
import java.util.Optional;
import java.util.function.Supplier;

/** The objects of releases over the library of applying. */
final class ApplyCluster implements ReleaseCluster {
    private static final int ATTEMPTS = 5;

    private final ReleaseTarget target;
    private final Cluster cluster;
    private final NewKinds newKinds;
    private final Persistence persistence;

    ApplyCluster(ReleaseTarget target) {
        this.target = target;
        this.cluster = target.cluster();
        this.newKinds = new NewKinds(target.waits());
        this.persistence = new Persistence(target.waits());
    }

    static ObjectRef ref(ObjectId id) {
        return ObjectRef.of(id.apiVersion(), id.kind(), id.namespace(), id.name());
    }

    @Override
    public Capabilities capabilities() {
        return Calls.of(() -> persistence.of(() -> new Capabilities(
                KubeVersion.parse(cluster.served().gitVersion()),
                cluster.served().versions())));
    }

    @Override
    public void forgetKinds() {
        newKinds.expect();
    }

    @Override
    public boolean isNamespaced(String apiVersion, String kind) {
        ObjectRef ref = ObjectRef.of(apiVersion, kind, "", "");
        return newKinds.retrying(() -> Calls.of(
                () -> persistence.of(() -> cluster.discovery().resource(ref).namespaced())));
    }

    @Override
    public Optional<ObjectNode> find(ObjectId id) {
        return Calls.of(() -> persistence.of(() -> cluster.get(ref(id))));
    }

    @Override
    public void create(ReleaseObject object) {
        ObjectRef ref = ref(object.id());
        var _ = newKinds.retrying(() -> Calls.of(
                () -> persistence.creating(() -> cluster.create(ref, object.content(), target.fieldManager()))));
    }

    @Override
    public void apply(ReleaseObject object, ApplyRules rules) {
        FieldMerge merge = new FieldMerge(target.fieldManager(), rules.force(), rules.strict());
        var _ = newKinds.retrying(() -> Calls.of(
                () -> persistence.despiteConflicts(() -> cluster.apply(ref(object.id()), object.content(), merge))));
    }

    @Override
    public void merge(ReleaseObject base, ReleaseObject wanted) {
        ObjectRef ref = ref(wanted.id());
        Merging merging = Merging.of(wanted.id());
        retryingConflicts(() -> {
            Optional<ObjectNode> live = find(wanted.id());
            ObjectNode changes = merging.changes(base.content(), wanted.content(), live.orElseThrow(() -> gone(ref)));
            return changes.isEmpty()
                    ? live.get()
                    : Calls.of(() -> persistence.of(() -> cluster.merge(ref, changes, target.fieldManager())));
        });
    }

    @Override
    public void replace(ReleaseObject object) {
        ObjectRef ref = ref(object.id());
        retryingConflicts(() -> {
            ObjectNode live = find(object.id()).orElseThrow(() -> gone(ref));
            ObjectNode content = object.content().deepCopy();
            content.withObjectProperty("metadata").put("resourceVersion", Metadata.text(live, "resourceVersion"));
            return Calls.of(() -> persistence.of(() -> cluster.replace(ref, content, target.fieldManager())));
        });
    }

    @Override
    public void adoptFields(ObjectId id, ObjectNode live) {
        ObjectNode[] newest = {live};
        retryingConflicts(() -> {
            Optional<ArrayNode> patch = OwnFields.applied(newest[0], target.fieldManager());
            try {
                return patch.isEmpty()
                        ? newest[0]
                        : Calls.of(
                                () -> persistence.of(() -> cluster.patch(ref(id), patch.get(), target.fieldManager())));
            } catch (ClusterException e) {
                newest[0] = find(id).orElse(newest[0]);
                throw e;
            }
        });
    }

    @Override
    public void delete(ObjectId id, Propagation propagation) {
        var _ = Calls.of(() -> persistence.despiteConflicts(() -> {
            cluster.remove(ref(id), propagation.text());
            return id;
        }));
    }

    private static ClusterException gone(ObjectRef ref) {
        return new ClusterException(Kind.NOT_FOUND, ref.subject() + " is gone");
    }

    private static void retryingConflicts(Supplier<ObjectNode> write) {
        for (int attempt = 1; ; attempt++) {
            try {
                var _ = write.get();
                return;
            } catch (ClusterException e) {
                if (e.kind() != Kind.CONFLICT || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }
}
