package io.fluxj.oci.http;

import io.fluxj.oci.RegistryException;
import io.fluxj.oci.RegistryException.Problem;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Leads from one page of a list to the next. Source: RFC 8288. */
final class Links {
    private static final Pattern NEXT = Pattern.compile("<([^>]{1,4096})>[^,]{0,256}rel=\"?next\"?");

    private Links() {}

    /** A page elsewhere is refused: whoever keeps the first keeps them all. */
    static Optional<URI> next(URI page, String link) throws RegistryException {
        Matcher next = NEXT.matcher(link);
        if (!next.find()) {
            return Optional.empty();
        }
        try {
            URI target = page.resolve(next.group(1));
            if (Addresses.sameOrigin(target, page)) {
                return Optional.of(target);
            }
        } catch (IllegalArgumentException malformed) {
            // told below
        }
        throw new RegistryException(
                Problem.MALFORMED, "GET " + Addresses.shown(page) + ": its next page is not at this registry");
    }
}
