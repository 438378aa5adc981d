package io.fluxj.deploy.acceptance;

import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The service account of a Deployment.
 *
 * @param administrator asks for its tokens, as the kubelet does
 */
record Account(String name, KubernetesClient administrator) {

    static Account of(Deployment deployment, KubernetesClient administrator) {
        return new Account(deployment.getSpec().getTemplate().getSpec().getServiceAccountName(), administrator);
    }

    /** One that knows the account's token, and nothing else of the cluster than its address and authority. */
    Path kubeconfig(Whereabouts whereabouts) throws IOException {
        Config config = administrator.getConfiguration();
        return Files.writeString(whereabouts.folder().resolve(name + ".kubeconfig"), """
                apiVersion: v1
                kind: Config
                clusters: [{name: c, cluster: {server: "%s", certificate-authority-data: "%s"}}]
                users: [{name: u, user: {token: "%s"}}]
                contexts: [{name: x, context: {cluster: c, user: u}}]
                current-context: x
                """.formatted(
                        config.getMasterUrl(), config.getCaCertData(), token(List.of())));
    }

    /** Makes the folders that are the volumes of a Deployment, with the tokens that are projected there. */
    void fill(Deployment deployment, Whereabouts whereabouts) throws IOException {
        for (Volume volume : deployment.getSpec().getTemplate().getSpec().getVolumes()) {
            Path folder = Files.createDirectories(whereabouts.folder(deployment, volume.getName()));
            if (volume.getProjected() == null) {
                continue;
            }
            for (VolumeProjection source : volume.getProjected().getSources()) {
                ServiceAccountTokenProjection wanted = source.getServiceAccountToken();
                if (wanted != null) {
                    Files.writeString(folder.resolve(wanted.getPath()), token(List.of(wanted.getAudience())));
                }
            }
        }
    }

    private String token(List<String> audiences) {
        return administrator
                .serviceAccounts()
                .inNamespace(InstallObjects.NAMESPACE)
                .withName(name)
                .tokenRequest(new TokenRequestBuilder()
                        .withNewSpec()
                        .withAudiences(audiences)
                        .endSpec()
                        .build())
                .getStatus()
                .getToken();
    }
}
