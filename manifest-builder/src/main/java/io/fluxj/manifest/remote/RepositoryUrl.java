package io.fluxj.manifest.remote;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A directory in a repository, as kustomize writes it: {@code github.com/org/repo//deploy?ref=v1}.
 *
 * @param repository address of the repository, with scheme
 * @param directory in it; empty for its root
 * @param reference branch, tag or commit; empty for what the server calls HEAD
 * @param timeout how long all of it may take
 * @param submodules whether the files of submodules are wanted
 */
record RepositoryUrl(String repository, String directory, String reference, Duration timeout, boolean submodules) {

    /** What to do about a repository that cannot be had so. */
    static final String OTHERWISE = "use an https:// address, or make it a GitRepository and include it";

    private static final String GETTER = "git::";
    private static final String SSH = "ssh://";

    /** {@code git@host:path}, as servers show it. */
    private static final Pattern SHORT = Pattern.compile("([A-Za-z0-9._-]+)@([A-Za-z0-9._-]+):(?!/)(.+)");

    private static final List<String> GITHUB = List.of("gh:", "github.com/", "github.com:");
    private static final String AZURE = "_git/";
    private static final String SUFFIX = ".git";
    private static final Duration USUAL = Duration.ofSeconds(27);
    private static final Duration LONGEST = Duration.ofMinutes(2);

    /**
     * Reads one.
     *
     * @throws IOException which says why nothing is fetched from there
     */
    static RepositoryUrl parse(String written) throws IOException {
        String text =
                written.toLowerCase(Locale.ROOT).startsWith(GETTER) ? written.substring(GETTER.length()) : written;
        int question = text.indexOf('?');
        Map<String, String> query = query(question < 0 ? "" : text.substring(question + 1));
        String address = address(question < 0 ? text : text.substring(0, question));
        int path = split(address);
        return new RepositoryUrl(
                address.substring(0, path),
                address.substring(path).replaceAll("^/+|/+$", ""),
                query.getOrDefault("ref", query.getOrDefault("version", "")),
                timeout(query.getOrDefault("timeout", "")),
                !query.getOrDefault("submodules", "true").equals("false"));
    }

    private static String address(String text) throws IOException {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String github : GITHUB) {
            if (lower.startsWith(github)) {
                return "https://github.com/" + text.substring(github.length());
            }
        }
        if (lower.startsWith("https://") || lower.startsWith("http://") || lower.startsWith(SSH)) {
            return text;
        }
        Matcher shortForm = SHORT.matcher(text);
        if (shortForm.matches()) {
            return SSH + shortForm.group(1) + "@" + shortForm.group(2) + "/" + shortForm.group(3);
        }
        if (lower.startsWith("file:")) {
            throw new IOException("files of the controller are no bases: use a relative path, or https://");
        }
        throw new IOException("this is no address of a repository that can be fetched: " + OTHERWISE);
    }

    /** Whether it is reached over SSH. */
    boolean isSsh() {
        return repository.toLowerCase(Locale.ROOT).startsWith(SSH);
    }

    /** Where the directory begins: after a double slash, the ending .git, or two names. */
    private static int split(String address) throws IOException {
        int host = address.indexOf("://") + 3;
        int azure = address.indexOf(AZURE, host);
        if (azure >= 0) {
            return endOfName(address, azure + AZURE.length());
        }
        int root = address.indexOf("//", host);
        if (root >= 0) {
            return root;
        }
        int suffix =
                address.endsWith(SUFFIX) ? address.length() : address.indexOf(SUFFIX + "/", host) + SUFFIX.length();
        if (suffix > host) {
            return suffix;
        }
        int first = address.indexOf('/', host);
        int second = first < 0 ? -1 : address.indexOf('/', first + 1);
        if (second < 0) {
            throw new IOException("the address names no repository: it is https://<host>/<owner>/<name>");
        }
        return endOfName(address, second + 1);
    }

    private static int endOfName(String address, int from) {
        int slash = address.indexOf('/', from);
        return slash < 0 ? address.length() : slash;
    }

    private static Map<String, String> query(String text) throws IOException {
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) throws IOException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new IOException("the part after '?' is malformed", e);
        }
    }

    /** In seconds, with or without the letter; what cannot be read counts as not given, as in kustomize. */
    private static Duration timeout(String text) {
        String digits = text.endsWith("s") ? text.substring(0, text.length() - 1) : text;
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return USUAL;
        }
        Duration wanted = Duration.ofSeconds(Long.parseLong(digits));
        if (wanted.isZero()) {
            return USUAL;
        }
        return wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
