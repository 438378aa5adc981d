package io.fluxj.cli.create;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.kind.FluxKind;
import io.fluxj.cli.secret.KeyFlags;
import io.fluxj.git.GitException;
import io.fluxj.git.GitUrl;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code create source git}. */
@Command(
        name = "git",
        description = "Create or change a GitRepository, and the Secret to read it with where that is asked for.")
final class GitSourceCommand implements Callable<Integer> {
    private final Session session;

    @Mixin
    private final CreateFlags flags = new CreateFlags();

    @Mixin
    private final KeyFlags keys = new KeyFlags();

    @Option(names = "--url", paramLabel = "ADDRESS", description = "https://... or ssh://USER@HOST/PATH")
    private String url = "";

    @Option(names = "--branch", paramLabel = "NAME", description = "The branch that is followed.")
    private String branch = "";

    @Option(names = "--tag", paramLabel = "NAME", description = "The tag that is followed.")
    private String tag = "";

    @Option(names = "--tag-semver", paramLabel = "RANGE", description = "The newest tag in this range is followed.")
    private String range = "";

    @Option(names = "--ref-name", paramLabel = "NAME", description = "Any reference: refs/pull/1/head.")
    private String refName = "";

    @Option(names = "--commit", paramLabel = "HASH", description = "This commit.")
    private String commit = "";

    @Option(
            names = {"-u", "--username"},
            paramLabel = "NAME",
            description = "Who reads over HTTPS; makes a Secret.")
    private String username = "";

    @Option(
            names = {"-p", "--password"},
            paramLabel = "TEXT",
            description = "The password, or the private key's passphrase.")
    private String password = "";

    @Option(names = "--secret-ref", paramLabel = "NAME", description = "A Secret that is there.")
    private String secretRef = "";

    @Option(names = "--proxy-secret-ref", paramLabel = "NAME", description = "A Secret with the address of a proxy.")
    private String proxySecretRef = "";

    @Option(names = "--provider", paramLabel = "NAME", description = "generic, azure or github.")
    private String provider = "";

    @Option(names = "--ca-file", paramLabel = "FILE", description = "The authority of the server's certificate.")
    private String caFile = "";

    @Option(names = "--recurse-submodules", description = "Read submodules, too.")
    private boolean submodules;

    @Option(
            names = "--sparse-checkout-paths",
            split = ",",
            paramLabel = "FOLDERS",
            description = "Read these folders only.")
    private List<String> sparse = List.of();

    @Option(names = "--ignore-paths", split = ",", paramLabel = "PATTERNS", description = "Leave these files out.")
    private List<String> ignored = List.of();

    @Option(names = "--fetch-timeout", paramLabel = "DURATION", description = "How long reading may take.")
    private @Nullable Duration timeout;

    @Option(
            names = {"-s", "--silent"},
            description = "Do not ask whether the host knows the public key.")
    private boolean silent;

    GitSourceCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        String name = flags.name();
        GitUrl address = address();
        if (List.of(branch, tag, range, refName, commit).stream().allMatch(String::isEmpty)) {
            throw new CommandFailure(
                    "a Git ref is required, use one of the following: --branch, --tag, --commit, --ref-name or --tag-semver");
        }
        Required.oneOf("--provider", provider, "generic", "azure", "github");
        boolean makesSecret = secretRef.isEmpty() && !flags.export() && needsSecret(address);
        Spec spec = Spec.empty()
                .text("url", url)
                .duration("interval", flags.interval())
                .text("ref.branch", branch)
                .text("ref.tag", tag)
                .text("ref.semver", range)
                .text("ref.name", refName)
                .text("ref.commit", commit)
                .text("provider", provider)
                .reference("secretRef", makesSecret ? name : secretRef)
                .reference("proxySecretRef", proxySecretRef)
                .flag("recurseSubmodules", submodules)
                .texts("sparseCheckout", sparse)
                .text("ignore", String.join("\n", ignored))
                .duration("timeout", Optional.ofNullable(timeout));
        return new Creation(session, flags, FluxKind.GIT_REPOSITORY).of(spec, () -> {
            if (makesSecret) {
                var _ = Applier.of(session).apply(secret(name, address));
                session.terminal().success("authentication configured");
            }
        });
    }

    private GitUrl address() {
        try {
            GitUrl address = GitUrl.parse(Required.flag("url", url));
            if (!address.password().isEmpty()) {
                throw new CommandFailure("the address must hold no password; give --username and --password");
            }
            return address;
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailure("git URL scheme: " + wrong.getMessage(), wrong);
        }
    }

    private boolean needsSecret(GitUrl address) {
        return address.isSsh() || !username.isEmpty() || !password.isEmpty() || !caFile.isEmpty();
    }

    private ObjectNode secret(String name, GitUrl address) {
        GitSecret secret = new GitSecret(session, keys, session.namespace(), name);
        try {
            return address.isSsh()
                    ? secret.ofKey(address, password, !silent)
                    : secret.ofPassword(username, password, "", caFile);
        } catch (GitException failed) {
            throw new CommandFailure(failed.message(), failed);
        }
    }
}
