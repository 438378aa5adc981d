package io.fluxj.kube.controller;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.kube.admission.QuotaUsage;
import io.fluxj.kube.api.ApiError;
import io.fluxj.kube.api.Meta;
import io.fluxj.kube.api.ResourceName;
import io.fluxj.kube.api.ResourceType;
import io.fluxj.kube.json.Nodes;
import io.fluxj.kube.request.Core;
import io.fluxj.kube.request.Objects;
import io.fluxj.kube.request.Target;
import io.fluxj.kube.store.Stored;

/** Tells in a ResourceQuota's status what is used of it. */
final class QuotaStatus {
    private static final ResourceName QUOTAS = new ResourceName("", "resourcequotas");

    private final Core core;
    private final Objects objects;
    private final QuotaUsage usage;

    QuotaStatus(Core core, Objects objects) {
        this.core = core;
        this.objects = objects;
        this.usage = new QuotaUsage(core.store());
    }

    /** After an object of a namespace was written or is gone. */
    void changed(String namespace) {
        for (Stored quota : core.store().list(QUOTAS, namespace).objects()) {
            if (!new Meta(quota.object()).deleting()) {
                tell(quota.object(), namespace);
            }
        }
    }

    private void tell(ObjectNode quota, String namespace) {
        ObjectNode used = usage.used(quota, namespace);
        boolean known = quota.path("status").path("used").equals(used)
                && quota.path("status").path("hard").equals(quota.path("spec").path("hard"));
        if (known) {
            return;
        }
        ResourceType type = core.catalog().find("", "v1", "resourcequotas").orElseThrow();
        try {
            objects.editOwned(
                    Target.internal(type, new Meta(quota).key(), "status", "kube-controller-manager"), live -> {
                        ObjectNode next = live.deepCopy();
                        ObjectNode status = Nodes.child(next, "status");
                        status.set("hard", live.path("spec").path("hard").deepCopy());
                        status.set("used", used);
                        return next;
                    });
        } catch (ApiError e) {
            if (!e.reason().equals("NotFound")) {
                throw e;
            }
        }
    }
}
