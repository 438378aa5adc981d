package io.fluxj.runtime.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitUrl;
import io.fluxj.runtime.identity.aws.AwsIdentity;
import io.fluxj.runtime.identity.aws.AwsKeys;
import io.fluxj.runtime.identity.aws.AwsSignature;
import io.fluxj.runtime.identity.aws.CodeCommitLogin;
import io.fluxj.runtime.identity.aws.EcrLogin;
import io.fluxj.runtime.identity.azure.AcrLogin;
import io.fluxj.runtime.identity.azure.AzureIdentity;
import io.fluxj.runtime.identity.azure.DevOpsLogin;
import io.fluxj.runtime.identity.gcp.GcpIdentity;
import io.fluxj.runtime.identity.gcp.GoogleRegistryLogin;
import io.fluxj.runtime.identity.gcp.SourceManagerLogin;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.junit.jupiter.api.io.TempDir;

/** Conversations with the clouds as their references write them: who is asked, with what, and what is made of the answer. */
class CloudIdentityTest {
    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    private static final String ECR = "012345678901.dkr.ecr.eu-west-1.amazonaws.com";
    private static final String ROLE = "arn:aws:iam::012345678901:role/reader";
    private static final String ASSUMED = """
            <AssumeRoleWithWebIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleWithWebIdentityResult>
            <Credentials><AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>secret1</SecretAccessKey><SessionToken>session1</SessionToken>
            <Expiration>2026-01-01T13:00:00Z</Expiration></Credentials></AssumeRoleWithWebIdentityResult></AssumeRoleWithWebIdentityResponse>""";

    private static final String TOKEN = "{\"access_token\":\"token1\",\"expires_in\":3600}";

    /** Of botocore over the same query in the order of its names. */
    private static final String SIGNATURE = "57d3f373cda295fa76930e09c5b1503e660d6719e577189fed569b1462bb009f";

    @TempDir
    Path work;

    private final Map<String, String> variables = new HashMap<>();
    private final Map<String, String> answers = new HashMap<>();
    private final List<Call> calls = new ArrayList<>();
    private final List<String> audiences = new ArrayList<>();

    private String answer(Call call) throws IdentityException {
        calls.add(call);
        String key = call.toString();
        if (!answers.containsKey(key)) {
            throw new IdentityException(key + ": 403 no");
        }
        return answers.getOrDefault(key, "");
    }

    private CloudEnvironment environment() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new CloudEnvironment(
                variables,
                call -> {
                    assertThat(call.address().getHost())
                            .matches("169\\.254\\.169\\.254|metadata\\.test|127\\.0\\.0\\.1");
                    return answer(call);
                },
                new TokenCache(10, Duration.ofHours(1), clock),
                clock);
    }

    private Principal account(Map<String, String> annotations) {
        return new Principal.Account("apps", "reader", annotations, audience -> {
            audiences.add(audience);
            return "jwt-for-" + audience;
        });
    }

    /** Source: AWS's test suite for signatures, "get-vanilla" as a post: the key is that of its example. */
    @Test
    void signsAsAmazonsExample() {
        AwsKeys keys = new AwsKeys("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "", NOW);
        Map<String, String> headers = new AwsSignature(keys, "us-east-1", "service")
                .headers(
                        URI.create("https://example.amazonaws.com/"),
                        Map.of(),
                        "",
                        Instant.parse("2015-08-30T12:36:00Z"));
        assertThat(headers.get("Authorization"))
                .isEqualTo("AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request,"
                        + " SignedHeaders=host;x-amz-date,"
                        + " Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b");
    }

    @Test
    void aServiceAccountTakesItsRoleAndGetsIntoEcr() throws Exception {
        answers.put("POST https://sts.eu-west-1.amazonaws.com/", ASSUMED);
        answers.put("POST https://api.ecr.eu-west-1.amazonaws.com/", ecr());
        EcrLogin ecr = new EcrLogin(new AwsIdentity(environment()));
        Principal who = account(Map.of("eks.amazonaws.com/role-arn", ROLE));

        assertThat(ecr.login(ECR, who, this::answer))
                .isEqualTo(new RegistryPassword("AWS", "pass:word", Instant.parse("2026-01-02T00:00:00Z")));
        ecr.login(ECR, who, this::answer);

        assertThat(audiences).containsExactly("sts.amazonaws.com");
        assertThat(calls).as("what is fresh is not asked for again").hasSize(2);
        assertThat(calls.getFirst().body())
                .isEqualTo("Action=AssumeRoleWithWebIdentity&RoleArn=arn%3Aaws%3Aiam%3A%3A012345678901%3Arole%2Freader"
                        + "&RoleSessionName=reader.apps.eu-west-1.fluxcd.io&Version=2011-06-15"
                        + "&WebIdentityToken=jwt-for-sts.amazonaws.com");
        assertThat(calls.getLast().headers())
                .containsEntry("x-amz-target", "AmazonEC2ContainerRegistry_V20150921.GetAuthorizationToken")
                .containsEntry("x-amz-security-token", "session1")
                .hasEntrySatisfying("Authorization", header -> assertThat(header)
                        .contains("Credential=ASIA1/20260101/eu-west-1/ecr/aws4_request")
                        .doesNotContain("secret1"));
    }

    private static String ecr() {
        String token = Base64.getEncoder().encodeToString("AWS:pass:word".getBytes(StandardCharsets.UTF_8));
        return "{\"authorizationData\":[{\"authorizationToken\":\"" + token + "\",\"expiresAt\":1767312000.5}]}";
    }

    @Test
    void theControllersOwnKeysComeFromItsEnvironment() throws Exception {
        Files.writeString(work.resolve("token"), "webtoken\n");
        variables.putAll(Map.of(
                "AWS_REGION",
                "eu-west-1",
                "AWS_ENDPOINT_URL_STS",
                "http://127.0.0.1:1/sts",
                "AWS_WEB_IDENTITY_TOKEN_FILE",
                work.resolve("token").toString(),
                "AWS_ROLE_ARN",
                ROLE));
        answers.put("POST http://127.0.0.1:1/sts/", ASSUMED);
        assertThat(new AwsIdentity(environment())
                        .keys(new Principal.Controller(), "", this::answer)
                        .access())
                .isEqualTo("ASIA1");
        assertThat(calls.getFirst().body()).contains("WebIdentityToken=webtoken");

        variables.putAll(Map.of("AWS_ACCESS_KEY_ID", "AKIA", "AWS_SECRET_ACCESS_KEY", "secret"));
        AwsKeys keys = new AwsIdentity(environment()).keys(new Principal.Controller(), "", this::answer);
        assertThat(keys.access()).isEqualTo("AKIA");
        assertThat(keys.toString()).doesNotContain("secret");
    }

    @Test
    void theMachineAndItsAgentGiveKeysToo() throws Exception {
        String given =
                "{\"AccessKeyId\":\"ASIA2\",\"SecretAccessKey\":\"s\",\"Token\":\"t\",\"Expiration\":\"2026-01-01T13:00:00Z\"}";
        answers.put("PUT http://169.254.169.254/latest/api/token", "session");
        answers.put("GET http://169.254.169.254/latest/meta-data/iam/security-credentials/", "node-role");
        answers.put("GET http://169.254.169.254/latest/meta-data/iam/security-credentials/node-role", given);
        assertThat(new AwsIdentity(environment())
                        .keys(new Principal.Controller(), "eu-west-1", this::answer)
                        .access())
                .isEqualTo("ASIA2");
        assertThat(calls.getLast().headers()).containsEntry("X-aws-ec2-metadata-token", "session");

        variables.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.169.254/v1/credentials");
        variables.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "agent-token");
        answers.put("GET http://169.254.169.254/v1/credentials", given);
        new AwsIdentity(environment()).keys(new Principal.Controller(), "eu-west-1", this::answer);
        assertThat(calls.getLast().headers()).containsEntry("Authorization", "agent-token");
    }

    @Test
    void aTokenOfEntraIsExchangedForOneOfTheRegistry() throws Exception {
        String refresh = "h." + encoded("{\"exp\":1767279600}") + ".s";
        answers.put("POST https://login.microsoftonline.com/tenant1/oauth2/v2.0/token", TOKEN);
        answers.put("POST https://example.azurecr.io/oauth2/exchange", "{\"refresh_token\":\"" + refresh + "\"}");
        Principal who = account(
                Map.of("azure.workload.identity/client-id", "client1", "azure.workload.identity/tenant-id", "tenant1"));
        assertThat(new AcrLogin(new AzureIdentity(environment())).login("example.azurecr.io", who, this::answer))
                .isEqualTo(new RegistryPassword(
                        "00000000-0000-0000-0000-000000000000", refresh, Instant.parse("2026-01-01T15:00:00Z")));
        assertThat(audiences).containsExactly("api://AzureADTokenExchange");
        assertThat(calls.getFirst().body())
                .contains("client_assertion=jwt-for-api%3A%2F%2FAzureADTokenExchange")
                .contains("scope=https%3A%2F%2Fmanagement.azure.com%2F.default");
        assertThat(calls.getLast().body())
                .isEqualTo("access_token=token1&grant_type=access_token&service=example.azurecr.io");
    }

    @Test
    void theControllersOwnTokensOfAzureComeFromItsEnvironmentOrTheMachine() throws Exception {
        answers.put("GET http://169.254.169.254/metadata/identity/oauth2/token", TOKEN);
        String scope = "https://vault.azure.net/.default";
        new AzureIdentity(environment()).token(new Principal.Controller(), scope, this::answer);
        assertThat(calls.getLast().address().getQuery())
                .isEqualTo("api-version=2018-02-01&resource=https://vault.azure.net");
        assertThat(calls.getLast().headers()).containsEntry("Metadata", "true");

        Files.writeString(work.resolve("token"), "federated");
        variables.putAll(Map.of(
                "AZURE_TENANT_ID", "t",
                "AZURE_CLIENT_ID", "c",
                "AZURE_AUTHORITY_HOST", "http://127.0.0.1:1/",
                "AZURE_FEDERATED_TOKEN_FILE", work.resolve("token").toString()));
        answers.put("POST http://127.0.0.1:1/t/oauth2/v2.0/token", TOKEN);
        new AzureIdentity(environment()).token(new Principal.Controller(), scope, this::answer);
        assertThat(calls.getLast().body())
                .contains("client_assertion=federated")
                .contains("client_id=c");
    }

    @Test
    void googleTakesTheClustersTokensOfAProviderAndLetsActAsAnAccount() throws Exception {
        String provider = "projects/1/locations/global/workloadIdentityPools/pool/providers/cluster";
        answers.put("POST https://sts.googleapis.com/v1/token", TOKEN);
        answers.put(
                "POST https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/a@p.iam.gserviceaccount.com:generateAccessToken",
                "{\"accessToken\":\"token2\",\"expireTime\":\"2026-01-01T13:00:00Z\"}");
        Principal who = account(Map.of(
                "gcp.auth.fluxcd.io/workload-identity-provider",
                provider,
                "iam.gke.io/gcp-service-account",
                "a@p.iam.gserviceaccount.com"));
        GoogleRegistryLogin google = new GoogleRegistryLogin(new GcpIdentity(environment()));
        assertThat(google.login("europe-docker.pkg.dev", who, this::answer))
                .isEqualTo(new RegistryPassword("oauth2accesstoken", "token2", Instant.parse("2026-01-01T13:00:00Z")));
        assertThat(audiences).containsExactly("//iam.googleapis.com/" + provider);
        assertThat(calls.getLast().headers()).containsEntry("Authorization", "Bearer token1");
    }

    @Test
    void inGkeTheMetadataServerTellsThePool() throws Exception {
        variables.put("GCE_METADATA_HOST", "metadata.test");
        String root = "GET http://metadata.test/computeMetadata/v1/";
        answers.put(root + "project/project-id", "proj");
        answers.put(root + "instance/attributes/cluster-location", "europe-west1");
        answers.put(root + "instance/attributes/cluster-name", "prod");
        answers.put(root + "instance/service-accounts/default/token", TOKEN);
        answers.put("POST https://sts.googleapis.com/v1/token", TOKEN);
        GcpIdentity google = new GcpIdentity(environment());
        google.token(account(Map.of()), this::answer);
        assertThat(audiences).containsExactly("proj.svc.id.goog");
        assertThat(calls.getLast().body())
                .contains("audience=identitynamespace%3Aproj.svc.id.goog%3Ahttps%3A%2F%2Fcontainer.googleapis.com%2Fv1"
                        + "%2Fprojects%2Fproj%2Flocations%2Feurope-west1%2Fclusters%2Fprod");
        assertThat(google.token(new Principal.Controller(), this::answer).value())
                .isEqualTo("token1");
    }

    /** The signatures are those that botocore 1.43 makes of the same. */
    @Test
    void signsPathsForCodeCommitAndAddressesForOthers() throws Exception {
        answers.put("POST https://sts.eu-west-1.amazonaws.com/", ASSUMED);
        CodeCommitLogin git = new CodeCommitLogin(new AwsIdentity(environment()));
        GitUrl url = GitUrl.parse("https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/fleet");
        assertThat(git.login(url, account(Map.of("eks.amazonaws.com/role-arn", ROLE)), this::answer))
                .isEqualTo(new GitCredentials.Basic(
                        "ASIA1%session1",
                        "20260101T120000Zb7a6a26d7567b564837bd05fcf07356106d3e9a2d21fc67968d22929638adaec"));

        AwsKeys keys = new AwsKeys("ASIA1", "secret1", "session1", NOW);
        assertThat(new AwsSignature(keys, "eu-west-1", "sts")
                        .presigned(
                                URI.create("https://sts.eu-west-1.amazonaws.com/"),
                                Map.of("Action", "GetCallerIdentity", "Version", "2011-06-15", "X-Amz-Expires", "900"),
                                Map.of("x-k8s-aws-id", "prod"),
                                NOW))
                .hasToString("https://sts.eu-west-1.amazonaws.com/?Action=GetCallerIdentity&Version=2011-06-15"
                        + "&X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=ASIA1%2F20260101%2Feu-west-1%2Fsts"
                        + "%2Faws4_request&X-Amz-Date=20260101T120000Z&X-Amz-Expires=900&X-Amz-Security-Token=session1"
                        + "&X-Amz-SignedHeaders=host%3Bx-k8s-aws-id&X-Amz-Signature="
                        + SIGNATURE);
    }

    @Test
    void gitServersOfAzureAndGoogleTakeTokensAsTheyAre() throws Exception {
        answers.put("POST https://login.microsoftonline.com/tenant1/oauth2/v2.0/token", TOKEN);
        Principal azure = account(
                Map.of("azure.workload.identity/client-id", "client1", "azure.workload.identity/tenant-id", "tenant1"));
        GitUrl devOps = GitUrl.parse("https://dev.azure.com/org/project/_git/fleet");
        assertThat(new DevOpsLogin(new AzureIdentity(environment())).login(devOps, azure, this::answer))
                .isEqualTo(new GitCredentials.Bearer("token1"));
        assertThat(calls.getLast().body()).contains("scope=499b84ac-1321-427f-aa17-267ca6975798%2F.default");

        variables.put("GCE_METADATA_HOST", "metadata.test");
        answers.put("GET http://metadata.test/computeMetadata/v1/instance/service-accounts/default/token", TOKEN);
        GitUrl google = GitUrl.parse("https://fleet-123-git.europe-west1.sourcemanager.dev/project/fleet.git");
        assertThat(new SourceManagerLogin(new GcpIdentity(environment()))
                        .login(google, new Principal.Controller(), this::answer))
                .isEqualTo(new GitCredentials.Basic("oauth2accesstoken", "token1"));
    }

    @Test
    void nothingGoesToServersThatAreNotTheClouds() {
        CloudEnvironment none = environment();
        for (String place :
                List.of("https://dev.azure.com.evil.test/x", "http://dev.azure.com/x", "ssh://git@dev.azure.com/x")) {
            GitUrl url = GitUrl.parse(place);
            assertRefused(
                    () -> new DevOpsLogin(new AzureIdentity(none)).login(url, new Principal.Controller(), this::answer),
                    "invalid Azure DevOps address: '" + place);
        }
        GitUrl other = GitUrl.parse("https://git-codecommit.eu-west-1.amazonaws.com.evil.test/v1/repos/fleet");
        assertRefused(
                () -> new CodeCommitLogin(new AwsIdentity(none)).login(other, new Principal.Controller(), this::answer),
                "invalid AWS CodeCommit address");
        assertRefused(
                () -> new SourceManagerLogin(new GcpIdentity(none))
                        .login(other, new Principal.Controller(), this::answer),
                "invalid Secure Source Manager address");
        assertThat(calls).as("nobody was asked").isEmpty();
    }

    @Test
    void whatCannotBeUsedIsSaid() {
        CloudEnvironment none = environment();
        assertRefused(
                () -> new EcrLogin(new AwsIdentity(none)).login("ghcr.io", account(Map.of()), this::answer),
                "invalid AWS registry: 'ghcr.io'");
        assertRefused(
                () -> new EcrLogin(new AwsIdentity(none)).login(ECR, account(Map.of()), this::answer),
                "serviceaccount 'apps/reader': invalid eks.amazonaws.com/role-arn annotation: ''");
        assertRefused(
                () -> new AcrLogin(new AzureIdentity(none)).login("a.azurecr.io", account(Map.of()), this::answer),
                "annotation azure.workload.identity/tenant-id is ''");
        assertRefused(
                () -> new AcrLogin(new AzureIdentity(none))
                        .login("azurecr.io.evil.test", account(Map.of()), this::answer),
                "invalid Azure registry");
        assertRefused(
                () -> new GoogleRegistryLogin(new GcpIdentity(none))
                        .login("gcr.io.evil.test", account(Map.of()), this::answer),
                "invalid GCP registry");
        assertThat(calls).as("nobody was asked").isEmpty();
    }

    private interface Attempt {
        Object make() throws Exception;
    }

    private static void assertRefused(Attempt attempt, String why) {
        assertThatThrownBy(attempt::make).isInstanceOf(IdentityException.class).hasMessageContaining(why);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
