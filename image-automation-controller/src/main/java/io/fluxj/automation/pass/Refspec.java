package io.fluxj.automation.pass;

import io.fluxj.git.GitException;
import java.util.Map;

/**
 * What is pushed besides the branch, {@code source:target}; never forced.
 *
 * @param source full name of a reference that the work knows
 * @param target full name on the server
 */
record Refspec(String source, String target) {
    static Refspec parse(String text) throws GitException {
        String[] parts = text.split(":", -1);
        if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty() || text.startsWith("+")) {
            throw new GitException(GitException.Problem.REJECTED, "malformed refspec, separators are wrong");
        }
        return new Refspec(parts[0], parts[1]);
    }

    /**
     * The commit that is pushed.
     *
     * @param known hashes by full names
     */
    String hash(Map<String, String> known) throws GitException {
        String hash = known.get(source);
        if (hash == null) {
            throw new GitException(GitException.Problem.REJECTED, "already up-to-date");
        }
        return hash;
    }
}
