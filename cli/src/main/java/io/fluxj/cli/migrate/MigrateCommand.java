package io.fluxj.cli.migrate;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code migrate}. */
@Command(
        name = "migrate",
        description =
                "Bring objects of Flux to the newest API versions: those stored in the cluster, or those in files below --path.")
public final class MigrateCommand implements Callable<Integer> {
    private final Session session;

    @Option(
            names = {"-f", "--path"},
            paramLabel = "PATH",
            description = "A file or folder; without it the cluster is migrated.")
    private String path = "";

    @Option(
            names = {"-e", "--extensions"},
            split = ",",
            paramLabel = "EXTENSIONS",
            description = "Which files of a folder. Default: .yaml,.yml.")
    private List<String> extensions = List.of(".yaml", ".yml");

    @Option(
            names = {"-v", "--version"},
            paramLabel = "VERSION",
            description = "Accepted as flux does: 2.6 and later have the same versions.")
    private String version = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Option(names = "--dry-run", description = "Only say what would change.")
    private boolean dryRun;

    /** For one call. */
    public MigrateCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (!version.isEmpty() && !version.matches("v?2\\.([6-9]|[1-9][0-9]+)(\\..*)?")) {
            throw new CommandFailure("--version " + version + " is not supported: write 2.6 or later");
        }
        if (path.isEmpty()) {
            new StoredObjects(session, dryRun).migrate();
        } else {
            files();
        }
        return 0;
    }

    private void files() throws IOException {
        MigratedFiles files = MigratedFiles.below(Path.of(path), extensions);
        if (files.changed().isEmpty()) {
            session.terminal().success("no custom resources found that require migration");
            return;
        }
        files.lines().forEach(session.terminal().out()::println);
        if (dryRun) {
            return;
        }
        if (!yes && !session.terminal().confirm("Are you sure you want to migrate these files?")) {
            throw new CommandFailure("stopped; no file was changed");
        }
        files.write();
        session.terminal()
                .success("migrated %d file(s)".formatted(files.changed().size()));
    }
}
