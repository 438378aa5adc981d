package io.fluxj.kube.cel;

import com.google.common.base.CharMatcher;
import com.google.common.net.InetAddresses;
import io.fluxj.kube.json.Nodes;
import java.util.Optional;

/** Says in the real server's words why a text is no IP address. */
final class AddressText {
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');
    private static final CharMatcher HEX =
            DIGITS.or(CharMatcher.inRange('a', 'f')).or(CharMatcher.inRange('A', 'F'));

    private AddressText() {}

    /** What is wrong, empty when nothing is. */
    static Optional<String> problem(String text) {
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        String problem = InetAddresses.isInetAddress(address) ? "" : malformed(address);
        if (zone >= 0 && problem.isEmpty()) {
            problem = !address.contains(":")
                    ? "missing IPv6 address"
                    : zone == text.length() - 1 ? "zone must be a non-empty string" : "";
        }
        return problem.isEmpty()
                ? Optional.empty()
                : Optional.of("ParseAddr(" + Nodes.text(Nodes.FACTORY.textNode(text)) + "): " + problem);
    }

    private static String malformed(String text) {
        int dot = text.indexOf('.');
        int colon = text.indexOf(':');
        if (dot < 0 && colon < 0) {
            return "unable to parse IP";
        }
        return colon < 0 || (dot >= 0 && dot < colon) ? version4(text) : version6(text);
    }

    private static String version4(String text) {
        int fields = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            String field = text.substring(start, i);
            if (field.length() > 1 && field.startsWith("0")) {
                return "IPv4 field has octet with leading zero";
            }
            if (!field.isEmpty() && Integer.parseInt(field) > 255) {
                return "IPv4 field has value >255";
            }
            if (i < text.length() && !DIGITS.matches(text.charAt(i))) {
                if (text.charAt(i) != '.') {
                    return at("unexpected character", text.substring(i));
                }
                if (field.isEmpty() || i == text.length() - 1) {
                    return at("IPv4 field must have at least one digit", text.substring(i));
                }
                if (++fields > 3) {
                    return "IPv4 address too long";
                }
                start = i + 1;
            }
        }
        return "IPv4 address too short";
    }

    private static String version6(String text) {
        boolean shortened = text.startsWith("::");
        String rest = shortened ? text.substring(2) : text;
        for (int fields = 0; fields < 8 && !rest.isEmpty(); fields++) {
            int digits = HEX.negate().indexIn(rest);
            digits = digits < 0 ? rest.length() : digits;
            if (digits > 4) {
                return at("each group must have 4 or less digits", rest);
            }
            if (digits == 0) {
                return at("each colon-separated field must have at least one digit", rest);
            }
            if (digits < rest.length() && rest.charAt(digits) == '.') {
                return embedded(rest, fields, shortened);
            }
            if (digits < rest.length() && rest.charAt(digits) != ':') {
                return at("unexpected character, want colon", rest.substring(digits));
            }
            if (digits == rest.length() - 1) {
                return at("colon must be followed by more characters", rest.substring(digits));
            }
            rest = digits == rest.length() ? "" : rest.substring(digits + 1);
            if (rest.startsWith(":")) {
                if (shortened) {
                    return at("multiple :: in address", rest);
                }
                shortened = true;
                rest = rest.substring(1);
            }
        }
        if (!rest.isEmpty()) {
            return at("trailing garbage after address", rest);
        }
        return shortened ? "the :: must expand to at least one field of zeros" : "address string too short";
    }

    private static String embedded(String rest, int fields, boolean shortened) {
        if (!shortened && fields != 6) {
            return at("embedded IPv4 address must replace the final 2 fields of the address", rest);
        }
        return fields > 6
                ? at("too many hex fields to fit an embedded IPv4 at the end of the address", rest)
                : version4(rest);
    }

    private static String at(String problem, String rest) {
        return problem + " (at " + Nodes.text(Nodes.FACTORY.textNode(rest)) + ")";
    }
}
