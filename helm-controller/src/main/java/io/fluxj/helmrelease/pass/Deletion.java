package io.fluxj.helmrelease.pass;

import io.fluxj.api.helm.v2.HelmRelease;
import io.fluxj.api.helm.v2.HelmReleaseStatus;
import io.fluxj.api.helm.v2.ReleaseSnapshot;
import io.fluxj.helmrelease.action.ReleaseSite;
import io.fluxj.helmrelease.action.Uninstalling;
import io.fluxj.helmrelease.history.History;
import io.fluxj.runtime.reconcile.Failure;
import io.fluxj.runtime.reconcile.Pass;
import io.fluxj.runtime.reconcile.Retryable;
import io.fluxj.runtime.target.TargetCluster;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes a release away when its object is deleted, and then the HelmChart that was made for it. Source: behaviour §3.9. */
record Deletion(Steps steps, Sites sites, boolean helm3) {

    private static final Logger LOG = LoggerFactory.getLogger(Deletion.class);

    void run(Pass<HelmRelease, HelmReleaseStatus> pass) throws Failure, InterruptedException {
        Optional<ReleaseSnapshot> latest = History.of(pass.status()).latest();
        String storage = pass.status().storageNamespace();
        if (latest.isPresent() && storage != null && !storage.isEmpty()) {
            Optional<TargetCluster> cluster = cluster(pass.object());
            if (cluster.isPresent()) {
                uninstall(
                        pass,
                        cluster.get(),
                        new Sites.Where(storage, latest.get().namespace()));
            }
        }
        pass.step("deleteChartObject", () -> steps.generated().delete(pass));
    }

    private void uninstall(Pass<HelmRelease, HelmReleaseStatus> pass, TargetCluster cluster, Sites.Where where)
            throws Failure, InterruptedException {
        ReleaseSite site = sites.atTheEnd(pass, cluster, where);
        pass.step("uninstall", () -> new Uninstalling(site, helm3)
                .run(site.history().latest().orElseThrow()));
        pass.update(status -> new History(List.of()).in(status).withStorageNamespace(null));
    }

    /** Nobody can act for an account that is gone, nor where there is no way any more. Source: behaviour §0.4. */
    private Optional<TargetCluster> cluster(HelmRelease object) {
        try {
            TargetCluster cluster = steps.targets().find(object);
            if (object.getSpec().kubeConfig() == null && !cluster.hasAccount()) {
                LOG.warn("the release is left where it is: its service account is gone");
                return Optional.empty();
            }
            return Optional.of(cluster);
        } catch (Retryable e) {
            LOG.warn("the release is left where it is: {}", e.message());
            return Optional.empty();
        }
    }
}
