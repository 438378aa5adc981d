package io.fluxj.cli.bootstrap;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.installation.InstallFlags;
import io.fluxj.cli.secret.KeyFlags;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every bootstrap may be told. */
final class BootstrapFlags {
    @Mixin
    final InstallFlags install = new InstallFlags();

    @Mixin
    final KeyFlags keys = new KeyFlags();

    @Mixin
    final CommitFlags commits = new CommitFlags();

    @Option(
            names = "--branch",
            paramLabel = "BRANCH",
            description = "The branch that the cluster follows. Default: main.")
    String branch = "main";

    @Option(
            names = "--path",
            paramLabel = "FOLDER",
            description = "The folder of the repository that the cluster follows.")
    private String path = "";

    @Option(
            names = "--secret-name",
            paramLabel = "NAME",
            description = "The Secret by which the cluster reads the repository.")
    private @Nullable String secretName;

    @Option(
            names = "--token-auth",
            description = "The cluster reads the repository by the token over HTTPS, not by a deploy key over SSH.")
    boolean tokenAuth;

    @Option(names = "--ca-file", paramLabel = "FILE", description = "The authority of the host's certificate, in PEM.")
    String caFile = "";

    @Option(names = "--recurse-submodules", description = "The cluster reads submodules, too.")
    boolean submodules;

    @Option(
            names = "--sparse-checkout",
            split = ",",
            paramLabel = "FOLDERS",
            description = "The cluster reads these folders of the repository only.")
    List<String> sparseCheckout = List.of();

    TargetPath path() {
        return TargetPath.of(path);
    }

    /** The Secret's name: that of the namespace unless another is given. */
    String secretName(String namespace) {
        return secretName == null || secretName.isBlank() ? namespace : secretName;
    }

    void check() {
        var _ = path();
        var _ = keys.algorithm();
        if (branch.isBlank() || branch.startsWith("-") || branch.contains("..") || branch.contains(" ")) {
            throw new CommandFailure("--branch '" + branch + "' is no name of a branch");
        }
        commits.check(keys.privateKeyFile());
    }
}
