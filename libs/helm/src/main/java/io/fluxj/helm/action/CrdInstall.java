package io.fluxj.helm.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Brings the definitions of a chart's {@code crds/} into the cluster, before anything is rendered: templates may ask what the cluster can. */
final class CrdInstall {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ActionTools tools;

    CrdInstall(ActionTools tools) {
        this.tools = tools;
    }

    void run(Wanted wanted, CrdPolicy policy) throws InterruptedException {
        try {
            List<ReleaseObject> written = new ArrayList<>();
            switch (policy) {
                case SKIP -> {}
                case CREATE -> definitions(wanted).forEach(definition -> create(definition, written));
                case CREATE_REPLACE -> definitions(wanted).forEach(definition -> replace(definition, written));
            }
            if (!written.isEmpty()) {
                awaitEstablished(written);
            }
        } catch (ClusterException e) {
            throw e.within("failed to apply CustomResourceDefinitions");
        }
    }

    private List<ReleaseObject> definitions(Wanted wanted) {
        return new ReleaseObjects(tools.cluster())
                .definitions(wanted.chart(), wanted.values()).stream()
                        .map(object -> labelled(object, wanted))
                        .toList();
    }

    private static ReleaseObject labelled(ReleaseObject object, Wanted wanted) {
        if (!wanted.crdLabels().isEmpty() && object.content().get("metadata") instanceof ObjectNode metadata) {
            JsonNode there = metadata.path("labels");
            ObjectNode labels = there instanceof ObjectNode held ? held : metadata.putObject("labels");
            wanted.crdLabels().forEach(labels::put);
        }
        return object;
    }

    private void create(ReleaseObject definition, List<ReleaseObject> written) {
        try {
            tools.cluster().create(definition);
            written.add(definition);
        } catch (ClusterException e) {
            if (e.kind() != ClusterException.Kind.ALREADY_EXISTS) {
                throw e.within("failed to create CustomResourceDefinition "
                        + definition.id().name());
            }
        }
    }

    private void replace(ReleaseObject definition, List<ReleaseObject> written) {
        try {
            if (tools.cluster().find(definition.id()).isPresent()) {
                tools.cluster().replace(definition);
            } else {
                tools.cluster().create(definition);
            }
            written.add(definition);
        } catch (ClusterException e) {
            throw e.within("failed to update CustomResourceDefinition(s)");
        }
    }

    private void awaitEstablished(List<ReleaseObject> written) throws InterruptedException {
        try {
            tools.waits().untilReady(written, WaitMode.READY, true, PATIENCE);
        } catch (ClusterException e) {
            throw e.within("failed to wait for CustomResourceDefinition(s)");
        }
        tools.cluster().forgetKinds();
    }
}
