package io.fluxj.notification.golden;

import io.fluxj.testkit.TestAuthority;
import io.fluxj.testkit.TestCertificate;
import io.fluxj.testkit.TestTls;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Who everybody is, made once: keys take their time.
 *
 * @param authority vouches for all
 * @param client whom sinks know
 * @param tls of sinks
 * @param mutual of sinks that want to know their clients
 * @param hosts of the services that have one address for all
 */
record Identities(
        TestAuthority authority, TestCertificate client, SSLContext tls, SSLContext mutual, SSLContext hosts) {
    private static final List<String> HOSTS = List.of(
            "slack.com",
            "api.telegram.org",
            "api.bitbucket.org",
            "api.github.com",
            "gitlab.com",
            "pubsub.googleapis.com",
            "oauth2.googleapis.com",
            "ns.servicebus.windows.net",
            "dev.azure.com",
            "login.microsoftonline.com",
            "sts.googleapis.com",
            "iamcredentials.googleapis.com",
            "example.webhook.office.com");

    static Identities create(String name) {
        // An App of GitHub signs with the client's key, by RSA.
        TestAuthority authority = TestAuthority.create(name, TestAuthority.Keys.RSA);
        TestCertificate server = authority.issue("CN=sink", List.of("127.0.0.1", "localhost"));
        return new Identities(
                authority,
                authority.issue("CN=client", List.of()),
                TestTls.server(server),
                TestTls.server(server, authority.certificatePem()),
                TestTls.server(authority.issue("CN=hosts", HOSTS)));
    }

    Sink.Security plain() {
        return new Sink.Security(Optional.empty(), false, hosts);
    }

    Sink.Security overTls() {
        return new Sink.Security(Optional.of(tls), false, hosts);
    }

    Sink.Security overMutualTls() {
        return new Sink.Security(Optional.of(mutual), true, hosts);
    }
}
