package io.fluxj.kustomization.pass;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fluxj.api.json.UndeclaredFields;
import io.fluxj.api.kustomize.v1.Kustomization;
import io.fluxj.api.kustomize.v1.KustomizationSpec;
import io.fluxj.api.kustomize.v1.KustomizationStatus;
import io.fluxj.runtime.notice.AssumedValue;
import io.fluxj.runtime.notice.SpecNotices;
import io.fluxj.runtime.reconcile.Pass;
import java.util.ArrayList;
import java.util.List;

/** Tells whoever leaves out what Flux requires, or writes what only older versions had, how the spec is taken. */
final class SpecRemarks {
    private static final AssumedValue INTERVAL = new AssumedValue("interval", "10m", "");
    private static final AssumedValue PRUNE =
            new AssumedValue("prune", "false", "what leaves the source stays in the cluster");

    private final SpecNotices<Kustomization> notices;

    SpecRemarks(KubernetesClient client) {
        this.notices = new SpecNotices<>(client, Kustomization.class);
    }

    void make(Pass<Kustomization, KustomizationStatus> pass) {
        KustomizationSpec spec = pass.object().getSpec();
        notices.tell(pass, observed(pass.object()), UndeclaredFields.of("spec", spec), atDefault(spec));
    }

    /** The object is gone. */
    void forget(Kustomization object) {
        notices.forget(object);
    }

    private static List<AssumedValue> atDefault(KustomizationSpec spec) {
        List<AssumedValue> values = new ArrayList<>();
        if (spec.interval().text().equals(INTERVAL.value())) {
            values.add(INTERVAL);
        }
        if (!spec.prune()) {
            values.add(PRUNE);
        }
        return values;
    }

    private static long observed(Kustomization object) {
        KustomizationStatus status = object.getStatus();
        return status == null || status.observedGeneration() == null ? -1 : status.observedGeneration();
    }
}
