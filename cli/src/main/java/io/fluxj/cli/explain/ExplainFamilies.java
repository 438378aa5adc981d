package io.fluxj.cli.explain;

import io.fluxj.cli.frame.Commands;
import io.fluxj.cli.frame.Session;
import picocli.CommandLine.Model.CommandSpec;

/** The commands that explain. */
public final class ExplainFamilies {
    private ExplainFamilies() {}

    /** {@code describe}. */
    public static CommandSpec describe(Session session) {
        return Commands.of(new DescribeCommand(session));
    }

    /** {@code why}. */
    public static CommandSpec why(Session session) {
        return Commands.of(new WhyCommand(session));
    }
}
