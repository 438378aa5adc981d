package io.fluxj.cli.completion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A shell that can be taught to complete our commands. */
enum Shell {
    BASH("Add to ~/.bashrc:  source <(fluxj completion bash)"),
    ZSH("Add to ~/.zshrc, after compinit:  source <(fluxj completion zsh)"),
    FISH("Run once:  fluxj completion fish > ~/.config/fish/completions/fluxj.fish"),
    POWERSHELL("Add to $PROFILE:  fluxj completion powershell | Out-String | Invoke-Expression");

    private final String use;

    Shell(String use) {
        this.use = use;
    }

    /** What the command for it is called. */
    String command() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How its script is put to use. */
    String use() {
        return use;
    }

    /** The script that asks {@code fluxj __complete} for candidates. */
    String script() {
        try (InputStream script = Shell.class.getResourceAsStream(command() + ".txt")) {
            if (script == null) {
                throw new IllegalStateException("the script for " + command() + " is missing in this build");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the script for " + command() + " cannot be read", e);
        }
    }
}
