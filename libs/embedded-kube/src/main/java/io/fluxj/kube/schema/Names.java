package io.fluxj.kube.schema;

import com.google.re2j.Pattern;
import java.util.Optional;

/** The forms that names may take, and what the server says of others. */
public final class Names {
    private static final Pattern SUBDOMAIN =
            Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern LABEL_1035 = Pattern.compile("[a-z]([-a-z0-9]*[a-z0-9])?");
    private static final Pattern QUALIFIED = Pattern.compile("([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]");
    private static final int MAX_SUBDOMAIN = 253;
    private static final int MAX_LABEL = 63;

    private Names() {}

    /** What is wrong with a DNS subdomain, empty when nothing is. */
    public static Optional<String> subdomain(String name) {
        if (name.length() > MAX_SUBDOMAIN) {
            return Optional.of("must be no more than 253 characters");
        }
        return SUBDOMAIN.matches(name)
                ? Optional.empty()
                : Optional.of(
                        "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or"
                                + " '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex"
                                + " used for validation is"
                                + " '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')");
    }

    /** What is wrong with a DNS label, empty when nothing is. */
    public static Optional<String> label(String name) {
        if (name.length() > MAX_LABEL) {
            return Optional.of("must be no more than 63 characters");
        }
        if (name.contains(".") && SUBDOMAIN.matches(name)) {
            return Optional.of("must not contain dots");
        }
        return LABEL.matches(name)
                ? Optional.empty()
                : Optional.of(
                        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and"
                                + " must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc',"
                                + " regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')");
    }

    /** What is wrong with a DNS label that starts with a letter. */
    public static Optional<String> label1035(String name) {
        if (name.length() > MAX_LABEL) {
            return Optional.of("must be no more than 63 bytes");
        }
        return LABEL_1035.matches(name)
                ? Optional.empty()
                : Optional.of(
                        "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an"
                                + " alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or"
                                + " 'abc-123', regex used for validation is '[a-z]([-a-z0-9]*[a-z0-9])?')");
    }

    /** What is wrong with a name that only has to fit into a path. */
    public static Optional<String> pathSegment(String name) {
        if (name.equals(".") || name.equals("..")) {
            return Optional.of("may not be '" + name + "'");
        }
        if (name.contains("/") || name.contains("%")) {
            return Optional.of("may not contain '" + (name.contains("/") ? "/" : "%") + "'");
        }
        return Optional.empty();
    }

    /** Keys of labels and annotations. */
    public static Optional<String> qualified(String key) {
        String[] parts = key.split("/", -1);
        String name = parts[parts.length - 1];
        if (parts.length > 2) {
            return Optional.of("a qualified name " + nameForm()
                    + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')");
        }
        if (parts.length == 2 && parts[0].isEmpty()) {
            return Optional.of("prefix part must be non-empty");
        }
        if (parts.length == 2 && subdomain(parts[0]).isPresent()) {
            return subdomain(parts[0]).map(m -> "prefix part " + m);
        }
        if (name.isEmpty()) {
            return Optional.of("name part must be non-empty");
        }
        if (name.length() > MAX_LABEL) {
            return Optional.of("name part must be no more than 63 bytes");
        }
        return QUALIFIED.matches(name) ? Optional.empty() : Optional.of("name part " + nameForm());
    }

    /** The same of the key of a label in a selector, with everything that is wrong, one after the other. */
    public static Optional<String> qualifiedProblems(String key) {
        Optional<String> problem = qualified(key).map(p -> p.replace("a qualified name", "a valid label key"));
        return key.endsWith("/") && key.indexOf('/') == key.length() - 1
                ? problem.map(p -> p + "; name part " + nameForm())
                : problem;
    }

    private static String nameForm() {
        return "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric"
                + " character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is"
                + " '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]')";
    }

    /** What is wrong with the value of a label. */
    public static Optional<String> labelValue(String value) {
        if (value.length() > MAX_LABEL) {
            return Optional.of("must be no more than 63 bytes");
        }
        return value.isEmpty() || QUALIFIED.matches(value)
                ? Optional.empty()
                : Optional.of(
                        "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.',"
                                + " and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',"
                                + "  or '12345', regex used for validation is"
                                + " '(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?')");
    }
}
