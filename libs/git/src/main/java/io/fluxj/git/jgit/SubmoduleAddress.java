package io.fluxj.git.jgit;

import io.fluxj.git.GitAccess;
import io.fluxj.git.GitCredentials;
import io.fluxj.git.GitException;
import io.fluxj.git.GitException.Problem;
import io.fluxj.git.GitUrl;
import io.fluxj.net.tls.TlsConfig;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a submodule lies and as whom it is fetched. Its address comes from the repository: whoever may commit there may write anything.
 *
 * @param root how the repository that the user named is reached; its credentials are for its place alone
 */
record SubmoduleAddress(GitAccess root) {
    /** {@code git@host:path}, as people copy it from their servers' pages. */
    private static final Pattern SHORT = Pattern.compile("(?:([A-Za-z0-9._-]+)@)?([A-Za-z0-9._-]+):(?!/)(.+)");

    /**
     * The access to a submodule.
     *
     * @param parent where the repository lies that has the submodule
     * @param url as {@code .gitmodules} has it
     * @throws GitException when the address is no {@code http}, {@code https} or {@code ssh} one, or an SSH server is another than the root's
     */
    GitAccess access(GitUrl parent, String url) throws GitException {
        GitUrl target = resolve(parent, url);
        if (isAtRoot(target)) {
            return access(named(target), root.credentials(), root.tls());
        }
        if (target.isSsh()) {
            throw refused("it lies at " + target.shown() + ", but the SSH key is for "
                    + root.url().scheme() + "://" + root.url().place()
                    + " alone; commit a relative address ('../name.git') or an https:// one");
        }
        return access(
                target, new GitCredentials.None(), TlsConfig.trusting(root.tls().trust()));
    }

    private GitAccess access(GitUrl url, GitCredentials credentials, TlsConfig tls) {
        return new GitAccess(url, credentials, tls, root.ssh(), root.proxies(), root.timeout(), root.addresses());
    }

    /** Whether it lies where the user sent us, or at the same host over TLS. */
    private boolean isAtRoot(GitUrl target) {
        GitUrl own = root.url();
        boolean samePlace = own.scheme().equals(target.scheme()) && own.port() == target.port();
        boolean overTls = own.scheme().equals("http")
                && target.scheme().equals("https")
                && own.port() == 80
                && target.port() == 443;
        return (samePlace || overTls) && own.host().equalsIgnoreCase(target.host());
    }

    /** A name and password in the address that the user gave count at its whole place. */
    private GitUrl named(GitUrl target) {
        return target.userInfo().isEmpty()
                ? new GitUrl(target.scheme(), root.url().userInfo(), target.place(), target.path())
                : target;
    }

    private static GitUrl resolve(GitUrl parent, String url) throws GitException {
        if (url.startsWith("./") || url.startsWith("../")) {
            return new GitUrl(parent.scheme(), parent.userInfo(), parent.place(), joined(parent.path(), url));
        }
        Matcher shortForm = SHORT.matcher(url);
        String full = shortForm.matches() && !url.contains("::")
                ? "ssh://" + (shortForm.group(1) == null ? "" : shortForm.group(1) + "@") + shortForm.group(2) + "/"
                        + shortForm.group(3)
                : url;
        try {
            return GitUrl.parse(full);
        } catch (IllegalArgumentException unusable) {
            throw refused("its address cannot be used: " + unusable.getMessage()
                    + ", or be relative to the repository's own ('../name.git')");
        }
    }

    private static String joined(String path, String relative) throws GitException {
        Deque<String> parts = new ArrayDeque<>();
        String own = path.replaceFirst("[?#].*", "");
        for (String part : (own + "/" + relative).split("/", -1)) {
            switch (part) {
                case "", "." -> {}
                case ".." -> {
                    if (parts.pollLast() == null) {
                        throw refused("its address leads above the root of the server");
                    }
                }
                default -> parts.addLast(part);
            }
        }
        return "/" + String.join("/", parts);
    }

    private static GitException refused(String why) {
        return new GitException(Problem.REFUSED, why);
    }
}
