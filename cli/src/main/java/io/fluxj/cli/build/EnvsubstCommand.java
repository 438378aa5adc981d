package io.fluxj.cli.build;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import io.fluxj.substitution.Mode;
import io.fluxj.substitution.SubstitutionException;
import io.fluxj.substitution.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code envsubst}. */
@Command(
        name = "envsubst",
        description =
                "Copy standard input to standard output, with ${VARIABLES} of the environment put in, as Kustomizations do.")
public final class EnvsubstCommand implements Callable<Integer> {
    private final Session session;

    @Option(names = "--strict", description = "A variable without a value is an error.")
    private boolean strict;

    /** For one call. */
    public EnvsubstCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        String text = new String(session.terminal().in().readAllBytes(), StandardCharsets.UTF_8);
        session.terminal().out().print(substituted(text));
        return 0;
    }

    private String substituted(String text) {
        try {
            return Template.parse(text).evaluate(session.environment(), strict ? Mode.STRICT : Mode.LENIENT);
        } catch (SubstitutionException wrong) {
            throw new CommandFailure(String.valueOf(wrong.getMessage()), wrong);
        }
    }
}
