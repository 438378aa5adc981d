package io.fluxj.runtime.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.client.Config;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a kubeconfig that a tenant writes is taken, and what is refused. */
final class KubeconfigTest {
    private static final String TOKEN = "token: t0ken-of-jane";

    private static String kubeconfig(String cluster, String user) {
        return """
                apiVersion: v1
                kind: Config
                current-context: a
                contexts: [{name: b, context: {cluster: none}}, {name: a, context: {cluster: c, user: u}}]
                clusters: [{name: c, cluster: {%s}}]
                users: [{name: u, user: {%s}}]
                """.formatted(cluster, user);
    }

    private static Config config(String text, KubeconfigRules rules, RemoteProxies proxies) throws TargetFailure {
        return new RemoteConfig(rules, proxies).of(Kubeconfig.parse(text));
    }

    private static Config config(String cluster, String user) throws TargetFailure {
        return config(kubeconfig(cluster, user), KubeconfigRules.safe(), RemoteProxies.none());
    }

    @Test
    void takesServerAuthorityAndCredentials() throws Exception {
        Config config = config(
                "server: 'https://example.org:6443', certificate-authority-data: Y2E=, tls-server-name: inner",
                TOKEN + ", client-certificate-data: Yw==, client-key-data: aw==, as: jane, as-groups: [devs]");

        assertThat(config.getMasterUrl()).isEqualTo("https://example.org:6443/");
        assertThat(config.getCaCertData()).isEqualTo("Y2E=");
        assertThat(config.getTlsServerName()).isEqualTo("inner");
        assertThat(config.getOauthToken()).isEqualTo("t0ken-of-jane");
        assertThat(config.getClientCertData()).isEqualTo("Yw==");
        assertThat(config.getClientKeyData()).isEqualTo("aw==");
        assertThat(config.getImpersonateUsername()).isEqualTo("jane");
        assertThat(config.getImpersonateGroups()).containsExactly("devs");
    }

    @Test
    void takesNothingFromThisProcess() throws Exception {
        Config config = config("server: example.org", "");

        assertThat(config.getMasterUrl()).isEqualTo("https://example.org/");
        assertThat(config.getOauthToken()).isNull();
        assertThat(config.getAutoOAuthToken()).isNull();
        assertThat(config.getClientCertFile()).isNull();
        assertThat(config.getCaCertFile()).isNull();
        assertThat(config.getHttpsProxy()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "certificate-authority, certificate-authority-data",
        "client-certificate, client-certificate-data",
        "client-key, client-key-data",
        "tokenFile, token"
    })
    void readsNoFileOfTheController(String field, String instead) {
        String file = field + ": /var/run/secrets/kubernetes.io/serviceaccount/token";
        boolean ofCluster = field.equals("certificate-authority");

        assertThatThrownBy(() -> config("server: x.org" + (ofCluster ? ", " + file : ""), ofCluster ? TOKEN : file))
                .isInstanceOf(TargetFailure.class)
                .hasMessage("its %s names a file, which is not read: put the content into %s", field, instead);
    }

    @Test
    void leavesAFileAloneThatStandsBesideTheContent() throws Exception {
        assertThat(config("server: x.org", TOKEN + ", tokenFile: /etc/passwd").getOauthToken())
                .isEqualTo("t0ken-of-jane");
    }

    @Test
    void runsNoProgram() throws Exception {
        String program = "exec: {apiVersion: client.authentication.k8s.io/v1, command: touch, args: [/tmp/x]}";

        assertThatThrownBy(() -> config("server: x.org", program))
                .hasMessageStartingWith("its user runs a program (exec), which only --insecure-kubeconfig-exec allows");
        assertThat(config("server: x.org", TOKEN + ", " + program).getOauthTokenProvider())
                .isNull();
    }

    @Test
    void runsAProgramWhereThatIsAllowed() throws Exception {
        String program = """
                exec: {apiVersion: client.authentication.k8s.io/v1, command: sh, env: [{name: T, value: told}],
                  args: [-c, 'echo "{\\"status\\": {\\"token\\": \\"$T\\"}}"']}
                """;

        Config config =
                config(kubeconfig("server: x.org", program), new KubeconfigRules(true, false), RemoteProxies.none());

        assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("told");
    }

    @Test
    void saysWhatAProgramDidWrong() {
        String program = "exec: {apiVersion: client.authentication.k8s.io/v1, command: sh, args: [-c, 'exit 3']}";

        assertThatThrownBy(() -> config(
                        kubeconfig("server: x.org", program), new KubeconfigRules(true, false), RemoteProxies.none()))
                .hasMessage("its program 'sh' tells no credentials: it ended with 3");
    }

    @Test
    void checksCertificatesUnlessThatIsAllowedNotTo() throws Exception {
        String cluster = "server: x.org, insecure-skip-tls-verify: true";

        assertThat(config(cluster, TOKEN).isTrustCerts()).isFalse();
        assertThat(config(kubeconfig(cluster, TOKEN), new KubeconfigRules(false, true), RemoteProxies.none())
                        .isTrustCerts())
                .isTrue();
        assertThat(config(kubeconfig("server: x.org", TOKEN), new KubeconfigRules(false, true), RemoteProxies.none())
                        .isTrustCerts())
                .isFalse();
    }

    @Test
    void goesByTheProxyOfTheProcessUnlessItNamesOne() throws Exception {
        RemoteProxies proxies = new RemoteProxies(
                ProxySelector.of(InetSocketAddress.createUnresolved("proxy.org", 3128)), new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication("me", "secret".toCharArray());
                    }
                });

        Config config = config(kubeconfig("server: x.org", TOKEN), KubeconfigRules.safe(), proxies);
        Config own = config(
                kubeconfig("server: x.org, proxy-url: 'http://other.org:8080'", TOKEN),
                KubeconfigRules.safe(),
                proxies);

        assertThat(config.getHttpsProxy()).isEqualTo("http://proxy.org:3128");
        assertThat(config.getProxyUsername()).isEqualTo("me");
        assertThat(config.getProxyPassword()).isEqualTo("secret");
        assertThat(own.getHttpsProxy()).isEqualTo("http://other.org:8080");
        assertThat(own.getProxyUsername()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://x.org:1", "http://x.org", "/etc/passwd", "http://u:hunter2@[:1"})
    void refusesProxiesThatItCannotUseWithoutQuotingThem(String proxy) {
        assertThatThrownBy(() -> config("server: x.org, proxy-url: '" + proxy + "'", TOKEN))
                .hasMessage("its proxy-url is not of the form http://host:port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "unix:///run/x.sock", "https://u:hunter2@x.org", "https://", "'a b'"})
    void refusesServersThatAreNone(String server) {
        assertThatThrownBy(() -> config("server: '" + server.replace("'", "") + "'", TOKEN))
                .hasMessage("its server is no http(s) URL with a host");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | it is empty",
                "hunter2 | it is no YAML of kind Config",
                "'{token: hunter2, : [' | it is no YAML of kind Config",
                "'[hunter2]' | it is no YAML of kind Config",
                "'{clusters: hunter2}' | it is no YAML of kind Config",
                "kind: Config | it has no current-context",
                "current-context: a | it has no context 'a'",
                "'current-context: a\ncontexts: [{name: a}]' | it has no context 'a'",
                "'current-context: a\ncontexts: [{name: a, context: {cluster: c}}]' | it has no cluster 'c'",
                "'current-context: a\ncontexts: [{name: a, context: {cluster: c}}]\nclusters: [{name: c, cluster: {}}]' | its cluster 'c' has no server"
            })
    void saysWhatIsMissingAndQuotesNothing(String text, String message) {
        assertThatThrownBy(() -> config(text, KubeconfigRules.safe(), RemoteProxies.none()))
                .isInstanceOf(TargetFailure.class)
                .hasMessage(message)
                .hasNoCause();
    }
}
