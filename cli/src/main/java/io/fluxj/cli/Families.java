package io.fluxj.cli;

import io.fluxj.cli.act.ActFamilies;
import io.fluxj.cli.artifact.ArtifactCommands;
import io.fluxj.cli.artifact.BuildCommand;
import io.fluxj.cli.artifact.DiffCommand;
import io.fluxj.cli.bootstrap.BootstrapCommands;
import io.fluxj.cli.build.BuildKustomizationCommand;
import io.fluxj.cli.build.DiffKustomizationCommand;
import io.fluxj.cli.build.EnvsubstCommand;
import io.fluxj.cli.completion.CompletionFamily;
import io.fluxj.cli.create.CreateCommands;
import io.fluxj.cli.explain.ExplainFamilies;
import io.fluxj.cli.export.ExportFamily;
import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import io.fluxj.cli.get.GetFamily;
import io.fluxj.cli.install.CheckCommand;
import io.fluxj.cli.install.InstallCommand;
import io.fluxj.cli.install.UninstallCommand;
import io.fluxj.cli.install.VersionCommand;
import io.fluxj.cli.look.LookFamilies;
import io.fluxj.cli.migrate.MigrateCommand;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** All commands of the first level, in the order of the help. */
final class Families {
    private static final List<Family> ALL = List.of(
            new Family("bootstrap", BootstrapCommands::of),
            new Family("install", session -> Commands.of(new InstallCommand(session))),
            new Family("uninstall", session -> Commands.of(new UninstallCommand(session))),
            new Family("check", session -> Commands.of(new CheckCommand(session))),
            new Family("version", session -> Commands.of(new VersionCommand(session))),
            new Family("migrate", session -> Commands.of(new MigrateCommand(session))),
            new Family("create", CreateCommands::of),
            new Family("export", ExportFamily::of),
            new Family("build", Families::build),
            new Family("diff", Families::diff),
            new Family("envsubst", session -> Commands.of(new EnvsubstCommand(session))),
            new Family("push", ArtifactCommands::push),
            new Family("pull", ArtifactCommands::pull),
            new Family("list", ArtifactCommands::list),
            new Family("tag", ArtifactCommands::tag),
            new Family("get", GetFamily::of),
            new Family("describe", ExplainFamilies::describe),
            new Family("why", ExplainFamilies::why),
            new Family("tree", LookFamilies::tree),
            new Family("trace", LookFamilies::trace),
            new Family("events", LookFamilies::events),
            new Family("logs", LookFamilies::logs),
            new Family("stats", LookFamilies::stats),
            new Family("debug", LookFamilies::debug),
            new Family("reconcile", ActFamilies::reconcile),
            new Family("suspend", ActFamilies::suspend),
            new Family("resume", ActFamilies::resume),
            new Family("delete", ActFamilies::delete),
            new Family("trigger", ActFamilies::trigger),
            new Family("completion", CompletionFamily::of));

    private Families() {}

    private static CommandSpec build(Session session) {
        return Commands.group(
                "build",
                "Build what would be applied or pushed.",
                List.of(Commands.of(new BuildKustomizationCommand(session)), Commands.of(new BuildCommand(session))));
    }

    private static CommandSpec diff(Session session) {
        return Commands.group(
                "diff",
                "Compare files with what is there.",
                List.of(Commands.of(new DiffKustomizationCommand(session)), Commands.of(new DiffCommand(session))));
    }

    /** Whether there is a command of this name. */
    static boolean has(String name) {
        return ALL.stream().anyMatch(family -> family.name().equals(name));
    }

    /** Those that are among the words of a command line; all of them when none is, for then somebody asks what there is. */
    static List<Family> needed(List<String> words) {
        List<Family> named =
                ALL.stream().filter(family -> words.contains(family.name())).toList();
        return named.isEmpty() ? ALL : named;
    }
}
