package io.fluxj.helm.schema;

import io.fluxj.gotemplate.format.Quoting;

/** Formats of addresses. Each rule answers with what is wrong, or an empty text. */
final class AddressFormats {
    private static final String ATOM = ".!#$%&'*+-/=?^_`{|}~";

    private AddressFormats() {}

    static String email(String text) {
        if (text.length() > 254) {
            return "more than 255 characters long";
        }
        int at = text.lastIndexOf('@');
        if (at < 0) {
            return "missing @";
        }
        String local = local(text.substring(0, at));
        return local.isEmpty() ? domain(text.substring(at + 1)) : local;
    }

    private static String local(String local) {
        if (local.length() > 64) {
            return "local part more than 64 characters long";
        }
        if (local.length() > 1 && local.startsWith("\"") && local.endsWith("\"")) {
            String inner = local.substring(1, local.length() - 1);
            return inner.contains("\\") || inner.contains("\"")
                    ? "backslash and quote are not allowed within quoted local part"
                    : "";
        }
        if (local.startsWith(".")) {
            return "starts with dot";
        }
        if (local.endsWith(".")) {
            return "ends with dot";
        }
        return local.contains("..") ? "consecutive dots" : characters(local, ATOM);
    }

    private static String domain(String domain) {
        if (!domain.startsWith("[") || !domain.endsWith("]")) {
            return within("invalid domain: ", hostname(domain));
        }
        String address = domain.substring(1, domain.length() - 1);
        return address.startsWith("IPv6:")
                ? within("invalid ipv6 address: ", ipv6(address.substring(5)))
                : within("invalid ipv4 address: ", ipv4(address));
    }

    static String within(String context, String problem) {
        return problem.isEmpty() ? "" : context + problem;
    }

    private static String characters(String text, String others) {
        return text.codePoints()
                .filter(c -> !isAlphanumeric(c) && others.indexOf(c) < 0)
                .mapToObj(c -> "invalid character " + Quoting.quotedRune(c, false))
                .findFirst()
                .orElse("");
    }

    private static boolean isAlphanumeric(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    static String hostname(String text) {
        String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
        if (name.length() > 253) {
            return "more than 253 characters long";
        }
        for (String label : name.split("\\.", -1)) {
            String problem = label(label);
            if (!problem.isEmpty()) {
                return problem;
            }
        }
        return "";
    }

    private static String label(String label) {
        if (label.isEmpty() || label.length() > 63) {
            return "label must be 1 to 63 characters long";
        }
        if (label.startsWith("-")) {
            return "label starts with hyphen";
        }
        return label.endsWith("-") ? "label ends with hyphen" : characters(label, "-");
    }

    static String ipv4(String text) {
        String[] groups = text.split("\\.", -1);
        if (groups.length != 4) {
            return "expected four decimals";
        }
        for (String group : groups) {
            if (group.length() > 1 && group.startsWith("0")) {
                return "leading zeros";
            }
            if (group.isEmpty() || !group.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return "strconv.Atoi: parsing " + Quoting.quoted(group) + ": invalid syntax";
            }
            if (group.length() > 3 || Integer.parseInt(group) > 255) {
                return "decimal must be between 0 and 255";
            }
        }
        return "";
    }

    static String ipv6(String text) {
        if (!text.contains(":")) {
            return "missing colon";
        }
        if (text.contains("%")) {
            return "zone id is not a part of ipv6 address";
        }
        return isIpv6(text) ? "" : "ParseAddr(" + Quoting.quoted(text) + "): unable to parse IP";
    }

    private static boolean isIpv6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        int left = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
        int right = gap < 0 ? 0 : groups(text.substring(gap + 2), true);
        return left >= 0 && right >= 0 && (gap < 0 ? left == 8 : left + right < 8);
    }

    /** How many groups there are; -1 when one is malformed. */
    private static int groups(String text, boolean last) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] groups = text.split(":", -1);
        int count = groups.length;
        for (int i = 0; i < groups.length; i++) {
            boolean dotted = last && i == groups.length - 1 && groups[i].contains(".");
            if (dotted && ipv4(groups[i]).isEmpty()) {
                count++;
            } else if (!groups[i].matches("[0-9a-fA-F]{1,4}")) {
                return -1;
            }
        }
        return count;
    }

    static String uri(String text) {
        String problem = parsed(text);
        return problem.isEmpty() && !hasScheme(text) ? "relative url" : problem;
    }

    static String uriReference(String text) {
        return text.contains("\\") ? "contains \\" : parsed(text);
    }

    private static boolean hasScheme(String text) {
        return text.matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*:.*");
    }

    private static String parsed(String text) {
        String problem = "";
        if (text.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
            problem = "net/url: invalid control character in URL";
        } else if (text.startsWith(":")) {
            problem = "missing protocol scheme";
        } else if (!hasScheme(text) && text.split("[/?#]", 2)[0].contains(":")) {
            problem = "first path segment in URL cannot contain colon";
        } else if (text.matches("(?s)[^?#]*%(?![0-9a-fA-F]{2}).*")) {
            int at = text.indexOf('%');
            problem = "invalid URL escape " + Quoting.quoted(text.substring(at, Math.min(at + 3, text.length())));
        }
        return problem.isEmpty() ? "" : "parse " + Quoting.quoted(text) + ": " + problem;
    }
}
