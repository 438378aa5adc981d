package io.fluxj.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.runtime.identity.aws.AwsIdentity;
import io.fluxj.runtime.identity.aws.EksClusters;
import io.fluxj.runtime.identity.azure.AksClusters;
import io.fluxj.runtime.identity.azure.AzureIdentity;
import io.fluxj.runtime.identity.gcp.GcpIdentity;
import io.fluxj.runtime.identity.gcp.GkeClusters;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the clouds are asked of their clusters, as their references write it. */
class ClusterCloudTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String EKS = "arn:aws:eks:eu-west-1:012345678901:cluster/prod";
    private static final String AKS =
            "/subscriptions/01234567-89ab-cdef-0123-456789abcdef/resourceGroups/fleet/providers"
                    + "/Microsoft.ContainerService/managedClusters/prod";
    private static final String GKE = "projects/fleet/locations/europe-west1/clusters/prod";
    private static final String TOKEN = "{\"access_token\":\"token1\",\"expires_in\":3600}";
    private static final String ASSUMED = "<Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>secret1"
            + "</SecretAccessKey><SessionToken>session1</SessionToken><Expiration>2026-01-01T13:00:00Z</Expiration>"
            + "</Credentials>";

    private final Map<String, String> answers = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();

    private String answer(Call call) throws IdentityException {
        calls.add(call);
        if (!answers.containsKey(call.toString())) {
            throw new IdentityException(call + ": 403 no");
        }
        return answers.getOrDefault(call.toString(), "");
    }

    private CloudEnvironment environment() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new CloudEnvironment(
                Map.of("GCE_METADATA_HOST", "metadata.test"),
                this::answer,
                new TokenCache(10, Duration.ofHours(1), clock),
                clock);
    }

    private static Principal account(Map<String, String> annotations) {
        return new Principal.Account("apps", "deployer", annotations, audience -> "jwt-for-" + audience);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The signatures are those that botocore 1.43 makes of the same. */
    @Test
    void eksTakesASignedQuestionToTheTokenService() throws Exception {
        answers.put("POST https://sts.eu-west-1.amazonaws.com/", ASSUMED);
        answers.put(
                "GET https://eks.eu-west-1.amazonaws.com/clusters/prod",
                "{\"cluster\":{\"endpoint\":\"https://0123.gr7.eu-west-1.eks.amazonaws.com\",\"certificateAuthority\":{\"data\":\""
                        + encoded("pem") + "\"}}}");
        EksClusters eks = new EksClusters(new AwsIdentity(environment()));
        Principal who = account(Map.of("eks.amazonaws.com/role-arn", "arn:aws:iam::012345678901:role/deployer"));

        assertThat(eks.find(EKS, who, this::answer))
                .isEqualTo(new ClusterPlace(
                        "https://0123.gr7.eu-west-1.eks.amazonaws.com:443", "pem", NOW.plus(Duration.ofMinutes(30))));
        assertThat(calls.getLast().headers().get("Authorization"))
                .endsWith("Signature=20d315be957e5e6a2f3212a42bcadc0cc8e4c06cfe6ea48181632017fd5ab952");

        AccessToken token = eks.token(EKS, who, this::answer);
        assertThat(token.expires()).isEqualTo(NOW.plus(Duration.ofMinutes(14)));
        assertThat(token.value()).startsWith("k8s-aws-v1.").doesNotContain("=");
        assertThat(new String(
                        Base64.getUrlDecoder().decode(token.value().substring("k8s-aws-v1.".length())),
                        StandardCharsets.UTF_8))
                .startsWith("https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15")
                .contains("&X-Amz-Expires=60&")
                .contains("&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id&")
                .endsWith("&X-Amz-Signature=2a5a18150e3925753a73679986261fcb80b6c90f513b88f0c7027343256ab224");
        assertThat(eks.needsName()).isTrue();
    }

    @Test
    void aksTellsAKubeconfigAndTakesATokenForItsServers() throws Exception {
        answers.put("POST https://login.microsoftonline.com/tenant1/oauth2/v2.0/token", TOKEN);
        answers.put(
                "POST https://management.azure.com" + AKS + "/listClusterUserCredential",
                "{\"kubeconfigs\":[{\"name\":\"clusterUser\",\"value\":\""
                        + encoded(
                                "clusters:\n- name: prod\n  cluster:\n    server: https://prod-1.hcp.westeurope.azmk8s.io:443\n"
                                        + "    certificate-authority-data: " + encoded("pem") + "\n")
                        + "\"}]}");
        AksClusters aks = new AksClusters(new AzureIdentity(environment()));
        Principal who = account(
                Map.of("azure.workload.identity/client-id", "client1", "azure.workload.identity/tenant-id", "tenant1"));

        assertThat(aks.find(AKS, who, this::answer).address()).isEqualTo("https://prod-1.hcp.westeurope.azmk8s.io:443");
        assertThat(calls.getFirst().body()).contains("scope=https%3A%2F%2Fmanagement.azure.com%2F.default");
        assertThat(calls.getLast().address().getQuery()).isEqualTo("api-version=2025-03-01");
        assertThat(calls.getLast().headers()).containsEntry("Authorization", "Bearer token1");

        assertThat(aks.token(AKS, who, this::answer).value()).isEqualTo("token1");
        assertThat(calls.getLast().body()).contains("scope=6dae42f8-4368-4678-94ff-3960e28e3630%2F.default");
    }

    @Test
    void gkeTakesTheTokenAsItIs() throws Exception {
        answers.put("GET http://metadata.test/computeMetadata/v1/instance/service-accounts/default/token", TOKEN);
        answers.put(
                "GET https://container.googleapis.com/v1/" + GKE,
                "{\"endpoint\":\"203.0.113.7\",\"masterAuth\":{\"clusterCaCertificate\":\"" + encoded("pem") + "\"}}");
        GkeClusters gke = new GkeClusters(new GcpIdentity(environment()));
        Principal who = new Principal.Controller();

        assertThat(gke.find(GKE, who, this::answer))
                .isEqualTo(new ClusterPlace("https://203.0.113.7:443", "pem", NOW.plus(Duration.ofMinutes(30))));
        assertThat(calls.getLast().headers()).containsEntry("Authorization", "Bearer token1");
        assertThat(gke.token("", who, this::answer).value()).isEqualTo("token1");

        answers.put(
                "GET https://container.googleapis.com/v1/" + GKE,
                "{\"controlPlaneEndpointsConfig\":{\"dnsEndpointConfig\":{\"endpoint\":\"gke-1.europe-west1.gke.goog\"}}}");
        assertThat(gke.find(GKE, who, this::answer).address()).isEqualTo("https://gke-1.europe-west1.gke.goog:443");
    }

    @Test
    void namesThatLeadElsewhereAreRefused() {
        EksClusters eks = new EksClusters(new AwsIdentity(environment()));
        AksClusters aks = new AksClusters(new AzureIdentity(environment()));
        GkeClusters gke = new GkeClusters(new GcpIdentity(environment()));
        for (String name : List.of("", "prod", "arn:aws:eks:evil.test/:1:cluster/prod", AKS + "/../x", GKE + "?x")) {
            for (ClusterCloud cloud : List.of(eks, aks, gke)) {
                assertThatThrownBy(() -> cloud.find(name, new Principal.Controller(), this::answer))
                        .isInstanceOf(IdentityException.class)
                        .hasMessageStartingWith("its cluster '" + name + "' is no ");
            }
        }
        assertThat(calls).as("nobody was asked").isEmpty();
    }

    @Test
    void anAnswerThatTellsNoPlaceIsRefused() {
        answers.put("GET http://metadata.test/computeMetadata/v1/instance/service-accounts/default/token", TOKEN);
        GkeClusters gke = new GkeClusters(new GcpIdentity(environment()));
        for (String answer : List.of("{}", "{\"endpoint\":\"a b\"}", "{\"endpoint\":\"http://x\"}")) {
            answers.put("GET https://container.googleapis.com/v1/" + GKE, answer);
            assertThatThrownBy(() -> gke.find(GKE, new Principal.Controller(), this::answer))
                    .hasMessage("the cloud does not tell where the cluster is");
        }
    }
}
