package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.secret.FileText;
import io.fluxj.cli.secret.KeyFlags;
import io.fluxj.git.GitException;
import io.fluxj.git.GitUrl;
import io.fluxj.oci.Repository;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create secret}: Secrets in the forms that Flux reads. */
final class SecretCommands {
    private SecretCommands() {}

    /** To read Git repositories with. */
    @Command(name = "git", description = "Create or change a Secret to read Git repositories with.")
    static final class Git implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final CreateFlags flags = new CreateFlags();

        @Mixin
        private final KeyFlags keys = new KeyFlags();

        @Option(names = "--url", paramLabel = "ADDRESS", description = "https://... or ssh://USER@HOST/PATH")
        private String url = "";

        @Option(
                names = {"-u", "--username"},
                paramLabel = "NAME",
                description = "The name, over HTTPS.")
        private String username = "";

        @Option(
                names = {"-p", "--password"},
                paramLabel = "TEXT",
                description = "The password, or the private key's passphrase.")
        private String password = "";

        @Option(names = "--bearer-token", paramLabel = "TEXT", description = "A bearer token, over HTTPS.")
        private String bearer = "";

        @Option(
                names = {"--ca-crt-file", "--ca-file"},
                paramLabel = "FILE",
                description = "The authority of the server's certificate.")
        private String caFile = "";

        Git(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            GitSecret secret = new GitSecret(session, keys, session.namespace(), flags.name());
            GitUrl address = address();
            if (!address.isSsh()) {
                requirePassword();
                return new SecretCreation(session, flags).of(secret.ofPassword(username, password, bearer, caFile));
            }
            try {
                return new SecretCreation(session, flags).of(secret.ofKey(address, password, false));
            } catch (GitException failed) {
                throw new CommandFailure(failed.message(), failed);
            }
        }

        private GitUrl address() {
            try {
                return GitUrl.parse(Required.flag("url", url));
            } catch (IllegalArgumentException wrong) {
                throw new CommandFailure("git URL: " + wrong.getMessage(), wrong);
            }
        }

        private void requirePassword() {
            if (bearer.isEmpty() && (username.isEmpty() || password.isEmpty())) {
                throw new CommandFailure(
                        "for Git over HTTP/S the username and password, or a bearer token is required");
            }
            if (!bearer.isEmpty() && !username.isEmpty()) {
                throw new CommandFailure(
                        "for Git over HTTP/S only one of username/password or bearer token can be given");
            }
        }
    }

    /** A GitHub App. */
    @Command(name = "githubapp", description = "Create or change a Secret of a GitHub App.")
    static final class GitHubApp implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final CreateFlags flags = new CreateFlags();

        @Option(
                names = {"--app-id", "--app-client-id"},
                paramLabel = "ID",
                description = "The App.")
        private String app = "";

        @Option(names = "--app-installation-id", paramLabel = "ID", description = "Its installation.")
        private String installation = "";

        @Option(
                names = "--app-installation-owner",
                paramLabel = "NAME",
                description = "Whose installation, in place of its ID.")
        private String owner = "";

        @Option(names = "--app-private-key", paramLabel = "FILE", description = "Its private key in PEM.")
        private String key = "";

        @Option(names = "--app-base-url", paramLabel = "ADDRESS", description = "The API of one's own GitHub.")
        private String baseUrl = "";

        GitHubApp(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Map<String, String> values = new TreeMap<>();
            values.put("githubAppID", Required.flag("--app-id", app));
            if (installation.isEmpty() == owner.isEmpty()) {
                throw new CommandFailure("give either --app-installation-id or --app-installation-owner");
            }
            if (installation.isEmpty()) {
                values.put("githubAppInstallationOwner", owner);
            } else {
                values.put("githubAppInstallationID", installation);
            }
            values.put(
                    "githubAppPrivateKey", FileText.text("--app-private-key", Required.flag("--app-private-key", key)));
            if (!baseUrl.isEmpty()) {
                values.put("githubAppBaseURL", baseUrl);
            }
            return new SecretCreation(session, flags).of("Opaque", values);
        }
    }

    /** To read Helm repositories with. */
    @Command(name = "helm", description = "Create or change a Secret to read Helm repositories with.")
    static final class Helm implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final CreateFlags flags = new CreateFlags();

        @Mixin
        private final SecretValues values = new SecretValues();

        Helm(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            return new SecretCreation(session, flags).of("", values.collected("tls.crt", "tls.key", "ca.crt"));
        }
    }

    /** Certificates. */
    @Command(name = "tls", description = "Create or change a Secret of certificates.")
    static final class Tls implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final CreateFlags flags = new CreateFlags();

        @Mixin
        private final SecretValues values = new SecretValues();

        Tls(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Map<String, String> given = values.collected("tls.crt", "tls.key", "ca.crt");
            if (!given.containsKey("tls.crt") && !given.containsKey("ca.crt")) {
                throw new CommandFailure("--tls-crt-file with --tls-key-file, or --ca-crt-file is required");
            }
            return new SecretCreation(session, flags).of("", given);
        }
    }

    /** To pull from registries with. */
    @Command(name = "oci", description = "Create or change a Secret to pull from a registry with.")
    static final class Oci implements Callable<Integer> {
        private final Session session;

        @Mixin
        private final CreateFlags flags = new CreateFlags();

        @Option(names = "--url", paramLabel = "HOST[/PATH]", description = "The registry.")
        private String url = "";

        @Option(
                names = {"-u", "--username"},
                paramLabel = "NAME",
                description = "The name.")
        private String username = "";

        @Option(
                names = {"-p", "--password"},
                paramLabel = "TEXT",
                description = "The password.")
        private String password = "";

        Oci(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Required.flag("--username", username);
            Required.flag("--password", password);
            ObjectNode config = JsonNodeFactory.instance.objectNode();
            config.putObject("auths")
                    .putObject(registry(Required.flag("--url", url).replaceFirst("^oci://", "")))
                    .put("username", username)
                    .put("password", password)
                    .put("auth", base64(username + ":" + password));
            return new SecretCreation(session, flags)
                    .of("kubernetes.io/dockerconfigjson", Map.of(".dockerconfigjson", config.toString()));
        }

        private static String registry(String address) {
            try {
                return address.contains("/") ? Repository.parse(address).registry() : address;
            } catch (IllegalArgumentException wrong) {
                throw new CommandFailure("--url '" + address + "': " + wrong.getMessage(), wrong);
            }
        }

        private static String base64(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
