package io.fluxj.cli.bootstrap;

import io.fluxj.cli.frame.CommandFailure;
import io.fluxj.cli.frame.Session;
import java.io.Console;

/** Tokens and passwords: from the environment, or typed in, never shown. */
final class Secrets {
    private Secrets() {}

    /**
     * A token.
     *
     * @param variable of the environment that holds it
     * @param question what is asked when it is not there
     */
    static String token(Session session, String variable, String question) {
        String known = session.environment().getOrDefault(variable, "").strip();
        String token = known.isEmpty() ? asked(session, question) : known;
        if (token.isEmpty()) {
            throw new CommandFailure("the token is missing: put it into " + variable);
        }
        if (token.chars().anyMatch(c -> c <= ' ' || c > '~')) {
            throw new CommandFailure("the token in " + variable + " holds characters that no token has");
        }
        return token;
    }

    /** Without an echo on a terminal; what is piped in is read as one line. */
    @SuppressWarnings("SystemConsoleNull") // its contract still allows null
    static String asked(Session session, String question) {
        Console console = System.console();
        if (session.terminal().in() == System.in && console != null && console.isTerminal()) {
            char[] typed = console.readPassword("%s", question);
            return typed == null ? "" : new String(typed).strip();
        }
        return session.terminal().ask(question);
    }
}
