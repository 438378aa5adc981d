package io.fluxj.sops;

import java.util.Optional;
import java.util.regex.Pattern;

/** Compares what sops printed with what we say, less what only sops can say: where on that machine it looked for keys, and values. */
final class RecordedErrors {
    private static final Pattern LOCATIONS = Pattern.compile(
            "\\.\\s+[|\\s]*Did[|\\s]+not[|\\s]+find[|\\s]+keys.*?(keys\\.txt'|SOPS_AGE_KEY_CMD')\\.", Pattern.DOTALL);
    private static final Pattern PGP =
            Pattern.compile("(could not decrypt data key with PGP key:).*?(\n\n)", Pattern.DOTALL);
    private static final Pattern NETWORK = Pattern.compile("(/keys/k: FAILED).*?(\n\n)", Pattern.DOTALL);
    private static final Pattern NO_IDENTITIES = Pattern.compile("failed to load age identities: none was given");
    private static final Pattern VALUE =
            Pattern.compile("Input string .* does not match|parsing (\"secret\"|<redacted>)");

    private RecordedErrors() {}

    static boolean same(Optional<SopsException.Stage> stage, String recorded, String seen) {
        return stage.isEmpty() ? recorded.equals(seen) : normal(recorded).equals(normal(seen));
    }

    private static String normal(String error) {
        String text = error.replace("Error decrypting tree: ", "")
                .replace("Error dumping file: ", "")
                .replaceAll("\n\nThis is likely not an encrypted binary file.*", "");
        text = LOCATIONS.matcher(text).replaceAll("");
        text = PGP.matcher(text).replaceAll("$1$2");
        text = NETWORK.matcher(text).replaceAll("$1$2");
        text = NO_IDENTITIES.matcher(text).replaceAll("failed to load age identities");
        text = VALUE.matcher(text).replaceAll("<value>");
        text = text.replaceAll("invalid dotenv input line: .*", "invalid dotenv input line");
        return text.replaceAll("[|\\s]+", "");
    }
}
