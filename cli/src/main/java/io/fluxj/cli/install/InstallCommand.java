package io.fluxj.cli.install;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxj.cli.apply.Applier;
import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.frame.Terminal;
import io.fluxj.cli.installation.Bundle;
import io.fluxj.cli.installation.InstallFlags;
import io.fluxj.cli.installation.Installation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code install}: the controllers come into the cluster, or another version of them. */
@Command(
        name = "install",
        description = "Install the controllers in a cluster, or bring them to another version.",
        footer = "To keep the installation in Git, use bootstrap instead.")
public final class InstallCommand implements Callable<Integer> {
    /** What may stand beside {@code --file}. */
    private static final Set<String> BESIDE_FILE = Set.of("--file", "--export", "--dry-run", "--force");

    private final Session session;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before a command runs
    private CommandSpec spec;

    @Mixin
    private final InstallFlags flags = new InstallFlags();

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "A FluxInstance that says what is installed, in the place of the flags above.")
    private String file = "";

    @Option(names = "--export", description = "Write the manifests to standard output and do nothing else.")
    private boolean export;

    @Option(names = "--dry-run", hidden = true, description = "As --export.")
    private boolean dryRun;

    /** For one call. */
    public InstallCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Terminal terminal = session.terminal();
        boolean written = export || dryRun;
        if (!written) {
            terminal.generating("generating manifests");
        }
        Bundle bundle = file.isEmpty() ? Bundle.of(flags.settings(session.namespace())) : ofFile();
        if (written) {
            terminal.out().print(bundle.yaml());
            return 0;
        }
        terminal.success("manifests build completed");
        install(bundle);
        terminal.success("install finished");
        return 0;
    }

    private Bundle ofFile() {
        List<String> others = spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !option.inherited())
                .map(OptionSpec::longestName)
                .filter(name -> !BESIDE_FILE.contains(name))
                .toList();
        if (!others.isEmpty()) {
            throw new CommandFailure("%s cannot stand beside --file: the FluxInstance says what is installed"
                    .formatted(others.getFirst()));
        }
        return new InstanceFile(file, session.namespace()).bundle();
    }

    private void install(Bundle bundle) throws InterruptedException {
        Applier applier = Applier.of(session);
        requireOwn(new Installation(applier.cluster()));
        String namespace = bundle.settings().namespace();
        session.terminal().action("installing components in %s namespace".formatted(namespace));
        List<ObjectNode> objects = bundle.objects();
        String changed = applier.apply(objects).changedLines();
        if (!changed.isEmpty()) {
            session.terminal().out().println(changed);
        }
        Optional<ObjectNode> pullSecret = flags.pullSecret().manifest(namespace);
        pullSecret.ifPresent(applier::apply);
        session.terminal().waiting("verifying installation");
        applier.awaitDeployments(Applier.deployments(objects));
    }

    /** What Git holds would undo this at the next pass. */
    private void requireOwn(Installation installation) {
        Optional<Installation.About> there = installation.about();
        if (flags.force() || there.isEmpty() || !there.get().isBootstrapped()) {
            return;
        }
        throw new CommandFailure("this cluster has already been bootstrapped with Flux "
                + there.get().version() + ", and Kustomization " + there.get().keeper()
                + " keeps it so; use 'fluxj bootstrap' to upgrade, or --force");
    }
}
