package io.fluxj.oci.notation;

import io.fluxj.oci.signature.UnverifiedException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/**
 * The name of who owns a certificate, as attributes and their values, each attribute once. Source: RFC 4514; Notary Project, trust policy
 * specification: country, state and organization must be there.
 */
record DistinguishedName(Map<String, String> attributes) {
    DistinguishedName {
        attributes = Map.copyOf(attributes);
    }

    /** The name in a trusted identity; none for the identity of everybody and those of other kinds. */
    static Optional<DistinguishedName> ofIdentity(String identity) throws UnverifiedException {
        if (identity.equals(TrustPolicy.ANY)) {
            return Optional.empty();
        }
        int colon = identity.indexOf(':');
        if (colon < 0) {
            throw new UnverifiedException("trusted identity \"" + identity + "\" is missing its separator ':'");
        }
        return identity.substring(0, colon).equals(TrustPolicy.SUBJECT)
                ? Optional.of(parse(identity.substring(colon + 1).strip()))
                : Optional.empty();
    }

    static DistinguishedName parse(String text) throws UnverifiedException {
        Map<String, String> attributes = new TreeMap<>();
        try {
            for (Rdn part : new LdapName(text).getRdns()) {
                String type = type(part.getType());
                if (part.size() != 1) {
                    throw malformed(text, "contains multi-valued RDN attributes, which are not supported");
                }
                if (attributes.put(type, String.valueOf(part.getValue())) != null) {
                    throw malformed(text, "has duplicate RDN attribute for \"" + type + "\"");
                }
            }
        } catch (InvalidNameException unreadable) {
            throw malformed(text, "is no distinguished name such as 'C=US, ST=WA, O=example'");
        }
        for (String needed : new String[] {"C", "ST", "O"}) {
            if (!attributes.containsKey(needed)) {
                throw malformed(
                        text,
                        "has no mandatory RDN attribute for \"" + needed
                                + "\", it must contain 'C', 'ST', and 'O' RDN attributes at a minimum");
            }
        }
        return new DistinguishedName(attributes);
    }

    private static String type(String type) {
        String upper = type.toUpperCase(Locale.ROOT);
        return upper.equals("S") ? "ST" : upper;
    }

    private static UnverifiedException malformed(String text, String why) {
        return new UnverifiedException("distinguished name (DN) \"" + text + "\" " + why);
    }

    /** Whether all that this name says is said by another one too. */
    boolean isPartOf(DistinguishedName other) {
        return other.attributes.entrySet().containsAll(attributes.entrySet());
    }

    boolean overlaps(DistinguishedName other) {
        return isPartOf(other) || other.isPartOf(this);
    }
}
