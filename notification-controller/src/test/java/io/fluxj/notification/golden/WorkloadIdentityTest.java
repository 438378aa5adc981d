package io.fluxj.notification.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fluxj.golden.Yaml;
import io.fluxj.runtime.identity.Principal;
import io.fluxj.runtime.identity.ServiceAccounts;
import io.fluxj.testkit.ClusterTest;
import io.fluxj.testkit.KubeCluster;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Providers without a token of their own, for whom a cloud vouches. The clouds are played by the proxy, which stands for their hosts. */
class WorkloadIdentityTest {
    private static final Identities IDENTITIES = Identities.create("clouds");
    private static final String POOL =
            "projects/1/locations/global/workloadIdentityPools/the-pool/providers/the-provider";

    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    @ClusterTest
    void anAccountOfTheClusterIsSomebodyToAnEventHub(KubeCluster cluster) throws Exception {
        account(
                cluster,
                Map.of(
                        "azure.workload.identity/client-id",
                        "the-client",
                        "azure.workload.identity/tenant-id",
                        "the-tenant"));
        Rig rig = rig(cluster, Map.of());

        say(rig, "type: azureeventhub, channel: ns, address: hub, serviceAccountName: sender");

        assertThat(places())
                .containsExactly(
                        "POST https://login.microsoftonline.com/the-tenant/oauth2/v2.0/token",
                        "POST https://ns.servicebus.windows.net/hub/messages?api-version=2014-01");
        Map<String, String> asked = form(seen.getFirst());
        assertThat(asked)
                .containsEntry("client_id", "the-client")
                .containsEntry("scope", "https://eventhubs.azure.net//.default");
        assertThat(claims(asked).path("aud").toString()).contains("api://AzureADTokenExchange");
        assertThat(claims(asked).path("sub").asText())
                .isEqualTo("system:serviceaccount:" + cluster.namespace() + ":sender");
        assertThat(seen.getLast().header("authorization")).isEqualTo("Bearer token-of-cloud");
    }

    @ClusterTest
    void anAccountOfTheClusterIsSomebodyToAzureDevOps(KubeCluster cluster) throws Exception {
        account(
                cluster,
                Map.of(
                        "azure.workload.identity/client-id",
                        "the-client",
                        "azure.workload.identity/tenant-id",
                        "the-tenant"));
        Rig rig = rig(cluster, Map.of());

        say(rig, "type: azuredevops, address: 'https://dev.azure.com/org/proj/_git/repo', serviceAccountName: sender");

        assertThat(form(seen.getFirst())).containsEntry("scope", "499b84ac-1321-427f-aa17-267ca6975798/.default");
        assertThat(seen.getLast().target())
                .isEqualTo("https://dev.azure.com/org/proj/_apis/git/repositories/repo/commits/"
                        + "4fd6c0a8a1b2c3d4e5f60718293a4b5c6d7e8f90/statuses");
        assertThat(seen.getLast().header("authorization"))
                .isEqualTo("Basic "
                        + Base64.getEncoder().encodeToString(":token-of-cloud".getBytes(StandardCharsets.UTF_8)));
    }

    @ClusterTest
    void anAccountOfTheClusterIsSomebodyToPubSub(KubeCluster cluster) throws Exception {
        account(
                cluster,
                Map.of(
                        "gcp.auth.fluxcd.io/workload-identity-provider",
                        POOL,
                        "iam.gke.io/gcp-service-account",
                        "sender@the-project.iam.gserviceaccount.com"));
        Rig rig = rig(cluster, Map.of());

        say(rig, "type: googlepubsub, address: the-project, channel: the-topic, serviceAccountName: sender");

        assertThat(places())
                .containsExactly(
                        "POST https://sts.googleapis.com/v1/token",
                        "POST https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/"
                                + "sender@the-project.iam.gserviceaccount.com:generateAccessToken",
                        "POST https://pubsub.googleapis.com/v1/projects/the-project/topics/the-topic:publish");
        assertThat(form(seen.getFirst())).containsEntry("audience", "//iam.googleapis.com/" + POOL);
        assertThat(seen.getLast().header("authorization")).isEqualTo("Bearer token-of-account");
    }

    @Test
    void withoutAnAccountTheControllerIsSomebody() throws Exception {
        Sink machine = sink(IDENTITIES.plain());
        Rig rig = rig(Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://" + machine.host()));

        say(rig, "type: azureeventhub, channel: ns, address: hub");

        assertThat(seen.getFirst().target())
                .startsWith("/metadata/identity/oauth2/token?")
                .contains("resource=https%3A%2F%2Feventhubs.azure.net%2F");
        assertThat(seen.getFirst().header("metadata")).isEqualTo("true");
        assertThat(seen.getLast().header("authorization")).isEqualTo("Bearer token-of-cloud");
    }

    /** Whoever writes a Provider says where it leads and whom it trusts: neither gets to see who the controller is. */
    @Test
    void theControllersIdentityIsShownToMicrosoftAlone() throws Exception {
        Sink machine = sink(IDENTITIES.plain());
        Rig rig = rig(Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://" + machine.host()));
        for (String provider : List.of(
                "type: azuredevops, address: 'https://evil.example/org/proj/_git/repo'",
                "type: azuredevops, address: 'http://dev.azure.com/org/proj/_git/repo'",
                "type: azureeventhub, channel: 'evil.example/?x=', address: hub",
                "type: azureeventhub, channel: 'me@evil.example#', address: hub")) {
            say(rig, provider);
        }
        assertThat(seen).isEmpty();
        assertThat(rig.takeComplaints()).hasSize(4);
    }

    @Test
    void theCertificatesOfAProviderDoNotCountForTheControllersIdentity() throws Exception {
        Sink machine = sink(IDENTITIES.plain());
        Identities strangers = Identities.create("strangers");
        Sink stranger = sink(strangers.plain());
        Rig rig = rig(Map.of(
                "AZURE_POD_IDENTITY_AUTHORITY_HOST",
                "http://" + machine.host(),
                "HTTPS_PROXY",
                "http://" + stranger.host()));
        rig.addSecret("apps", "ca", Map.of("ca.crt", strangers.authority().certificatePem()));

        say(rig, "type: azureeventhub, channel: ns, address: hub, certSecretRef: {name: ca}, timeout: 1s");

        assertThat(places()).allMatch(place -> place.startsWith("GET /metadata/"));
        assertThat(rig.takeComplaints()).singleElement().satisfies(complaint -> assertThat(complaint.message())
                .contains("tls: failed to verify certificate")
                .doesNotContain("token-of-cloud"));
    }

    @Test
    void whoIsSaidTwiceIsNobody() throws Exception {
        Rig rig = rig(Map.of());
        rig.addSecret("apps", "token", Map.of("token", "jwt"));
        String connection = "'Endpoint=sb://x.example/;SharedAccessKeyName=n;SharedAccessKey=k;EntityPath=hub'";

        say(rig, "type: azureeventhub, address: " + connection + ", serviceAccountName: sender");
        say(rig, "type: azureeventhub, address: " + connection + ", secretRef: {name: token}");
        say(rig, "type: azureeventhub, address: hub, serviceAccountName: sender, secretRef: {name: token}");

        String says = "invalid authentication options: ";
        String both = " authentication cannot be set at the same time";
        assertThat(rig.takeComplaints().stream()
                        .map(complaint -> complaint.message().replaceFirst(".*initialize notifier: ", "")))
                .containsExactly(
                        says + "serviceAccountName and SAS" + both,
                        says + "jwt token and SAS" + both,
                        says + "serviceAccountName and jwt token" + both);
        assertThat(seen).isEmpty();
    }

    private Rig rig(KubeCluster cluster, Map<String, String> variables) throws Exception {
        ServiceAccounts accounts = new ServiceAccounts(cluster.client());
        return opened(
                setup(variables).withAccounts((namespace, account) -> accounts.require(cluster.namespace(), account)));
    }

    private Rig rig(Map<String, String> variables) throws Exception {
        return opened(setup(variables).withAccounts((namespace, account) -> new Principal.Controller()));
    }

    private Rig.Setup setup(Map<String, String> variables) {
        Map<String, String> all = new java.util.HashMap<>(
                Map.of("HTTPS_PROXY", "http://" + sink(IDENTITIES.plain()).host()));
        all.putAll(variables);
        return Rig.Setup.PLAIN.withVariables(all).trusting(IDENTITIES);
    }

    private Rig opened(Rig.Setup setup) throws Exception {
        Rig rig = new Rig(setup);
        open.add(rig);
        return rig;
    }

    private Sink sink(Sink.Security security) {
        Sink sink = Sink.start(security, this::answer);
        open.add(sink);
        return sink;
    }

    private Answer answer(Seen request) {
        seen.add(request);
        return Answer.of(
                200,
                "{\"access_token\": \"token-of-cloud\", \"expires_in\": 3600, \"accessToken\": \"token-of-account\","
                        + " \"expireTime\": \"2036-01-01T00:00:00Z\"}");
    }

    private static void account(KubeCluster cluster, Map<String, String> annotations) {
        cluster.client()
                .resource(new ServiceAccountBuilder()
                        .withNewMetadata()
                        .withName("sender")
                        .withNamespace(cluster.namespace())
                        .withAnnotations(annotations)
                        .endMetadata()
                        .build())
                .create();
    }

    /** A Provider of its own, and an event that is for it alone. */
    private static void say(Rig rig, String spec) throws Exception {
        String name = "p" + Integer.toHexString(spec.hashCode());
        ObjectNode provider = object(name);
        provider.set("spec", Yaml.parse("{" + spec + "}"));
        ObjectNode alert = object(name);
        ObjectNode alerts = alert.putObject("spec");
        alerts.putObject("providerRef").put("name", name);
        alerts.putArray("eventSources").addObject().put("kind", "Kustomization").put("name", name);
        rig.add(provider, alert);
        rig.post("""
                {"involvedObject":{"kind":"Kustomization","namespace":"apps","name":"%s","uid":"u","apiVersion":"kustomize.toolkit.fluxcd.io/v1"},
                "severity":"info","message":"m","reason":"R","reportingController":"c",
                "metadata":{"event.toolkit.fluxcd.io/commit":"main@sha1:4fd6c0a8a1b2c3d4e5f60718293a4b5c6d7e8f90"}}
                """.formatted(name));
    }

    private static ObjectNode object(String name) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("metadata").put("name", name).put("namespace", "apps").put("uid", "0-0");
        return object;
    }

    private List<String> places() {
        return seen.stream()
                .map(request -> request.method() + " " + request.target())
                .toList();
    }

    private static Map<String, String> form(Seen request) {
        Map<String, String> fields = new java.util.TreeMap<>();
        for (String field : request.body().split("&", -1)) {
            String[] pair = field.split("=", 2);
            fields.put(pair[0], java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    private static JsonNode claims(Map<String, String> asked) {
        String token = asked.getOrDefault("client_assertion", "..");
        String claims = token.split("\\.", -1)[1];
        return ProviderStage.json(new String(Base64.getUrlDecoder().decode(claims), StandardCharsets.UTF_8));
    }
}
