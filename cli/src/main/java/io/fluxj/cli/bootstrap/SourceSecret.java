package io.fluxj.cli.bootstrap;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.apply.ObjectRef;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.bootstrap.host.DeployTokens.DeployToken;
import io.fluxj.cli.bootstrap.host.HostException;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.GivenKey;
import io.fluxj.cli.secret.SecretManifest;
import io.fluxj.git.GitException;
import io.fluxj.git.ssh.HostKeyScan;
import io.fluxj.git.ssh.SshKeyPair;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The Secret by which the cluster reads the repository. One that is there is kept, unless what is in it was given by hand. A key is made known to the host
 * before the Secret is written, so that a Secret that is there is always of use.
 *
 * @param name of the Secret, and of the token on a host
 */
record SourceSecret(Session session, Applier applier, Names name, PublicKeys hosts) {
    /**
     * What things are called.
     *
     * @param key how hosts call the key or token
     */
    record Names(String namespace, String secret, String key) {
        ObjectRef ref() {
            return new ObjectRef("", "v1", "Secret", namespace, secret);
        }

        String path() {
            return namespace + "/" + secret;
        }
    }

    /** Whoever must know a public key. */
    interface PublicKeys {
        void learn(String name, String publicKey) throws HostException, InterruptedException;
    }

    void ensure(SourceLogin login) throws HostException, GitException, InterruptedException {
        session.terminal().action("determining if source secret \"%s\" exists".formatted(name.path()));
        Optional<ObjectNode> there = applier.cluster().get(name.ref());
        Optional<Map<String, String>> data = wanted(login, there);
        if (data.isEmpty()) {
            session.terminal().success("source secret up to date");
            return;
        }
        session.terminal().action("applying source secret \"%s\"".formatted(name.path()));
        var _ = applier.apply(SecretManifest.of(name.namespace(), name.secret(), "Opaque", data.get()));
        session.terminal().success("reconciled source secret");
    }

    /** Empty when what is there is to stay. */
    private Optional<Map<String, String>> wanted(SourceLogin login, Optional<ObjectNode> there)
            throws HostException, GitException, InterruptedException {
        return switch (login) {
            case SourceLogin.Password(String username, String password, String authorities) ->
                Optional.of(withAuthorities(Map.of("username", username, "password", password), authorities));
            case SourceLogin.Bearer(String token, String authorities) ->
                Optional.of(withAuthorities(Map.of("bearerToken", token), authorities));
            case SourceLogin.HostToken token -> there.isPresent() ? Optional.empty() : Optional.of(newToken(token));
            case SourceLogin.Key key -> key(key, there);
        };
    }

    private static Map<String, String> withAuthorities(Map<String, String> data, String authorities) {
        Map<String, String> all = new TreeMap<>(data);
        if (!authorities.isEmpty()) {
            all.put("ca.crt", authorities);
        }
        return all;
    }

    private Map<String, String> newToken(SourceLogin.HostToken login) throws HostException, InterruptedException {
        DeployToken token = login.host().newDeployToken(name.key());
        session.terminal().success("configured deploy token \"%s\"".formatted(name.key()));
        return withAuthorities(Map.of("username", token.username(), "password", token.value()), login.authorities());
    }

    private Optional<Map<String, String>> key(SourceLogin.Key login, Optional<ObjectNode> there)
            throws HostException, GitException, InterruptedException {
        Optional<String> known =
                there.map(secret -> text(secret, "identity.pub")).filter(key -> !key.isEmpty());
        if (known.isPresent() && login.given().isEmpty()) {
            hosts.learn(name.key(), known.get());
            return Optional.empty();
        }
        session.terminal().generating("generating source secret");
        SshKeyPair keys = login.given().map(GivenKey::keys).orElseGet(() -> SshKeyPair.generate(login.algorithm()));
        session.terminal().success("public key: %s".formatted(keys.publicKey().strip()));
        hosts.learn(name.key(), keys.publicKey());
        Map<String, String> data = new TreeMap<>(Map.of(
                "identity", keys.privateKey(),
                "identity.pub", keys.publicKey(),
                "known_hosts", knownHosts(login, there)));
        login.given()
                .map(GivenKey::passphrase)
                .filter(passphrase -> !passphrase.isEmpty())
                .ifPresent(passphrase -> data.put("password", passphrase));
        return Optional.of(data);
    }

    /** A server that is known already is not asked again: who gets between would be believed the second time. */
    private String knownHosts(SourceLogin.Key login, Optional<ObjectNode> there) throws GitException {
        String place = login.address().port() == 22
                ? login.address().host()
                : "[" + login.address().host() + "]:" + login.address().port();
        Optional<String> known = there.map(secret -> text(secret, "known_hosts"))
                .filter(lines -> lines.lines().anyMatch(line -> line.startsWith(place + " ")));
        return known.isPresent()
                ? known.get()
                : new HostKeyScan(login.address().host(), login.address().port(), login.hostKeys())
                        .knownHosts(session.timeout());
    }

    static String text(ObjectNode secret, String key) {
        String encoded = secret.path("data").path(key).asText("");
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
    }
}
