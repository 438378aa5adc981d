package io.fluxj.cli.artifact;

import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The verbs that are for artifacts alone. */
public final class ArtifactCommands {
    private ArtifactCommands() {}

    /** {@code push}. */
    public static CommandSpec push(Session session) {
        return Commands.group("push", "Push artifacts to registries.", List.of(Commands.of(new PushCommand(session))));
    }

    /** {@code pull}. */
    public static CommandSpec pull(Session session) {
        return Commands.group(
                "pull", "Pull artifacts from registries.", List.of(Commands.of(new PullCommand(session))));
    }

    /** {@code list}. */
    public static CommandSpec list(Session session) {
        return Commands.group(
                "list", "List the artifacts of registries.", List.of(Commands.of(new ListCommand(session))));
    }

    /** {@code tag}. */
    public static CommandSpec tag(Session session) {
        return Commands.group("tag", "Tag artifacts in registries.", List.of(Commands.of(new TagCommand(session))));
    }
}
