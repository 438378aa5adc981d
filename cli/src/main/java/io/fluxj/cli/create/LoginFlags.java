package io.fluxj.cli.create;

import java.util.Map;
import picocli.CommandLine.Option;

/** A name and password, as flags give them. */
final class LoginFlags {
    @Option(
            names = {"-u", "--username"},
            paramLabel = "NAME",
            description = "The name.")
    private String username = "";

    @Option(
            names = {"-p", "--password"},
            paramLabel = "TEXT",
            description = "The password.")
    private String password = "";

    /** The name; empty when none was given. */
    String username() {
        return username;
    }

    /** The password; empty when none was given. */
    String password() {
        return password;
    }

    /** Those that were given, under the keys of a Secret. */
    void putInto(Map<String, String> values) {
        if (!username.isEmpty()) {
            values.put("username", username);
        }
        if (!password.isEmpty()) {
            values.put("password", password);
        }
    }
}
