package io.fluxj.runtime.identity.azure;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Cluster;
import io.fabric8.kubernetes.api.model.Config;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.runtime.client.KubernetesClients;
import io.fluxj.runtime.identity.AccessToken;
import io.fluxj.runtime.identity.Call;
import io.fluxj.runtime.identity.Caller;
import io.fluxj.runtime.identity.ClusterCloud;
import io.fluxj.runtime.identity.ClusterPlace;
import io.fluxj.runtime.identity.IdentityException;
import io.fluxj.runtime.identity.Principal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Azure Kubernetes Service, of clusters that know Entra ID. Source: Azure REST API, Managed Clusters, List Cluster User Credentials; AKS, "use kubelogin".
 */
public record AksClusters(AzureIdentity identity) implements ClusterCloud {
    /** The servers of AKS among the applications of Entra ID, the same in all tenants. */
    private static final String SERVER = "6dae42f8-4368-4678-94ff-3960e28e3630/.default";

    private static final String VERSION = "2025-03-01";
    private static final Duration PLACE = Duration.ofMinutes(30);
    private static final Pattern ID = Pattern.compile(
            "/subscriptions/[0-9a-fA-F-]{36}/resourceGroups/[A-Za-z0-9._()-]{1,90}/providers/Microsoft\\.ContainerService"
                    + "/managedClusters/[A-Za-z0-9][A-Za-z0-9_-]{0,62}",
            Pattern.CASE_INSENSITIVE);

    @Override
    public void check(String cluster) throws IdentityException {
        if (!ID.matcher(cluster).matches()) {
            throw new IdentityException(
                    "its cluster '" + cluster + "' is no resource id of a cluster of AKS, such as"
                            + " /subscriptions/<id>/resourceGroups/<name>/providers/Microsoft.ContainerService/managedClusters/prod");
        }
    }

    @Override
    public ClusterPlace find(String cluster, Principal who, Caller caller) throws IdentityException {
        check(cluster);
        String management = management();
        String token = identity.token(who, management + "/.default", caller).value();
        JsonNode answer = caller.json(new Call(
                "POST",
                URI.create(management + cluster.replace("(", "%28").replace(")", "%29")
                        + "/listClusterUserCredential?api-version=" + VERSION),
                Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"),
                "{}"));
        Cluster told = cluster(answer.at("/kubeconfigs/0/value").asText(""));
        return ClusterPlace.told(
                Objects.requireNonNullElse(told.getServer(), ""),
                Objects.requireNonNullElse(told.getCertificateAuthorityData(), ""),
                identity.environment().clock().instant().plus(PLACE));
    }

    /** Of the cloud whose authority the controller's variables name. */
    private String management() {
        String authority =
                identity.environment().variable("AZURE_AUTHORITY_HOST").orElse("");
        if (authority.contains("chinacloudapi.cn")) {
            return "https://management.chinacloudapi.cn";
        }
        return authority.contains("microsoftonline.us")
                ? "https://management.usgovcloudapi.net"
                : "https://management.azure.com";
    }

    private static Cluster cluster(String encoded) throws IdentityException {
        try {
            byte[] text = Base64.getMimeDecoder().decode(encoded);
            Config config =
                    KubernetesClients.serialization().unmarshal(new String(text, StandardCharsets.UTF_8), Config.class);
            if (config != null
                    && config.getClusters() != null
                    && !config.getClusters().isEmpty()) {
                return config.getClusters().getFirst().getCluster();
            }
        } catch (KubernetesClientException | IllegalArgumentException | ClassCastException malformed) {
            // said below, for its message would show what stands around the fault
        }
        throw new IdentityException("the answer of Azure holds no kubeconfig");
    }

    @Override
    public AccessToken token(String cluster, Principal who, Caller caller) throws IdentityException {
        return identity.token(who, SERVER, caller);
    }

    @Override
    public boolean needsName() {
        return false;
    }
}
