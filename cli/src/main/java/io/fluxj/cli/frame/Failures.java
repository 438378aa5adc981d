package io.fluxj.cli.frame;

import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fluxj.cli.kind.Nearest;
import java.net.HttpURLConnection;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Where whatever went wrong becomes one line for the user, and the code that the process ends with. */
final class Failures {
    private Failures() {}

    /** Something is wrong with what was typed. */
    static int ofUsage(Terminal terminal, ParameterException failure) {
        terminal.failure(usage(failure));
        return CommandFailure.FAILED;
    }

    private static String usage(ParameterException failure) {
        CommandLine line = failure.getCommandLine();
        if (!(failure instanceof UnmatchedArgumentException unmatched)
                || unmatched.getUnmatched().isEmpty()) {
            return String.valueOf(failure.getMessage());
        }
        String word = unmatched.getUnmatched().getFirst();
        String command = line.getCommandSpec().qualifiedName();
        if (word.startsWith("-")) {
            String flag = word.replaceFirst("=.*", "");
            return "unknown flag: " + flag
                    + Nearest.hint(flag, line.getCommandSpec().optionsMap().keySet())
                    + " (see '" + command + " --help')";
        }
        return line.getSubcommands().isEmpty()
                ? "unexpected argument \"" + word + "\"; see '" + command + " --help'"
                : "unknown command \"" + word + "\" for \"" + command + "\""
                        + Nearest.hint(word, line.getSubcommands().keySet());
    }

    /** A command failed. */
    static int ofRun(Session session, Exception failure) {
        if (session.flags().verbose()) {
            failure.printStackTrace(session.terminal().err());
        }
        if (failure instanceof CommandFailure known) {
            if (!String.valueOf(known.getMessage()).isEmpty()) {
                session.terminal().failure(String.valueOf(known.getMessage()));
            }
            return known.code();
        }
        session.terminal().failure(line(failure));
        return CommandFailure.FAILED;
    }

    private static String line(Exception failure) {
        if (failure instanceof KubernetesClientException api) {
            return ofApi(api);
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static String ofApi(KubernetesClientException failure) {
        if (failure.getCode() == HttpURLConnection.HTTP_UNAUTHORIZED) {
            return "the cluster does not accept the credentials (401 Unauthorized): check the kubeconfig's user, or --token";
        }
        if (failure.getStatus() != null && failure.getStatus().getMessage() != null) {
            return failure.getStatus().getMessage();
        }
        return Network.reason(failure)
                .map("the cluster cannot be reached: "::concat)
                .orElseGet(() -> String.valueOf(failure.getMessage()));
    }
}
