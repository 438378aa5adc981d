package io.fluxj.kube.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Reactions;
import io.fluxj.kube.workload.Workloads;
import java.util.Optional;

/** Everything that follows a write. What clients rely on right after their write is done before it is answered. */
public final class ControlLoops implements Reactions, AutoCloseable {
    private final CustomResourceDefinitions definitions;
    private final NamespaceLifecycle namespaces;
    private final GarbageCollector garbage;
    private final RoleAggregation roles;
    private final StorageProtection storage;
    private final QuotaStatus quotas;
    private final Optional<Workloads> workloads;

    /**
     * Works on the given objects.
     *
     * @param workloads whether workloads get Pods, which run on the nodes that there are
     */
    public ControlLoops(Core core, Objects objects, String certificateAuthority, boolean workloads) {
        this.definitions = new CustomResourceDefinitions(core, objects);
        this.namespaces = new NamespaceLifecycle(core, objects, certificateAuthority);
        this.garbage = new GarbageCollector(core, objects);
        this.roles = new RoleAggregation(core, objects);
        this.storage = new StorageProtection(core, objects);
        this.quotas = new QuotaStatus(core, objects);
        this.workloads = workloads ? Optional.of(new Workloads(core, objects)) : Optional.empty();
    }

    /** Makes a node for workloads to become ready on. */
    public void addNode() {
        workloads.ifPresent(Workloads::addNode);
    }

    @Override
    public void stored(ResourceType type, ObjectNode object) {
        if (!type.isCustom()) {
            switch (type.kind()) {
                case "CustomResourceDefinition" -> definitions.stored(object);
                case "Namespace" -> namespaces.stored(object);
                case "ClusterRole" -> roles.stored(object);
                case "PersistentVolumeClaim", "PersistentVolume" -> storage.stored(type, object);
                default -> {}
            }
            workloads.ifPresent(loop -> loop.stored(type, object));
        }
        if (type.namespaced()) {
            quotas.changed(new Meta(object).namespace());
        }
        garbage.stored(type, object);
    }

    @Override
    public void removed(ResourceType type, ObjectNode object) {
        if (!type.isCustom()) {
            switch (type.kind()) {
                case "CustomResourceDefinition" -> definitions.removed(object);
                case "Pod" -> storage.podRemoved(object);
                case "ClusterRole" -> roles.stored(object);
                default -> {}
            }
            workloads.ifPresent(loop -> loop.removed(type, object));
        }
        if (type.namespaced()) {
            Meta meta = new Meta(object);
            namespaces.contentChanged(meta.namespace());
            quotas.changed(meta.namespace());
            boolean furniture = type.group().isEmpty()
                    && (meta.name().equals("default") || meta.name().equals("kube-root-ca.crt"))
                    && (type.kind().equals("ServiceAccount") || type.kind().equals("ConfigMap"));
            if (furniture) {
                namespaces.furnish(meta.namespace());
            }
        }
        garbage.removed(object);
    }

    @Override
    public void close() {
        definitions.close();
        namespaces.close();
        garbage.close();
        storage.close();
        workloads.ifPresent(Workloads::close);
    }
}
