package io.fluxj.oci.signature;

import java.util.List;

/**
 * What a look at signatures came to.
 *
 * @param verified whether somebody that is trusted signed; otherwise the policy lets pass what nobody vouches for
 * @param remarks checks that failed and that the policy only wants to be told of
 */
public record Verdict(boolean verified, List<String> remarks) {
    /** Somebody signed, and there is nothing to tell. */
    public static final Verdict VERIFIED = new Verdict(true, List.of());

    /** Makes the list unmodifiable. */
    public Verdict {
        remarks = List.copyOf(remarks);
    }
}
